namespace WaterSim.Planning.County;

/// <summary>A name in English and, where the file gives it, in Chinese.</summary>
/// <param name="En">English name.</param>
/// <param name="Zh">Chinese name, or null.</param>
public sealed record LocalizedName(string En, string? Zh = null)
{
    /// <summary>The name in a language: Chinese for <c>zh</c> and its variants where there is one, else English.</summary>
    /// <param name="language">A language tag such as <c>en</c>, <c>zh</c> or <c>zh-CN</c>.</param>
    public string In(string? language) =>
        Zh is not null && language is not null
        && (language.Equals("zh", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith("zh_", StringComparison.OrdinalIgnoreCase))
            ? Zh
            : En;

    /// <summary>The English name.</summary>
    public override string ToString() => En;
}
