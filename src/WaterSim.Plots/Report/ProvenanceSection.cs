namespace WaterSim.Plots.Report;

/// <summary>Where every number comes from: the run folder, what made it, and the hashes of all files.</summary>
internal sealed class ProvenanceSection(ReportSource source)
{
    public void Write(HtmlWriter html)
    {
        var (run, phrases) = (source.Run, source.Phrases);
        html.Begin("section", ("id", "provenance"));
        html.Leaf("h2", phrases.ReportProvenance);
        html.Leaf("p", phrases.ReportProvenanceText, ("class", "note"));
        html.Begin("dl", ("class", "made"));
        Fact(phrases.ReportRunFolder, Path.GetFileName(run.Folder));
        Fact(phrases.ReportManifestHash, run.ManifestSha256, isCode: true);
        Fact(phrases.ReportTool, "watersim " + run.ToolVersion);
        Fact(phrases.ReportStarted, run.StartedUtc);
        Fact(phrases.ReportOutcome, phrases.OutcomeWord(run.Outcome));
        html.End();

        var options = new ReportTable("options", phrases.ReportOptions, "manifest.json").Texts(phrases.ReportOption, phrases.ReportValue);
        foreach (var (name, value) in run.Options)
        {
            options.Row(name, value ?? "–");
        }

        options.Write(html, phrases);
        Files("inputs", phrases.ReportInputs, run.Inputs);
        html.Begin("details");
        html.Leaf("summary", phrases.ReportAllFiles(run.Files.Length));
        Files("files", phrases.ReportFiles, run.Files);
        html.End();
        html.End();

        void Fact(string name, string value, bool isCode = false)
        {
            html.Begin("div");
            html.Leaf("dt", name);
            html.Begin("dd");
            html.Leaf(isCode ? "code" : "span", value);
            html.End();
            html.End();
        }

        void Files(string id, string caption, IEnumerable<Planning.Results.HashedFile> files)
        {
            var table = new ReportTable(id, caption, "manifest.json")
                .Texts(phrases.ReportFile).Numbers(phrases.ReportBytes).Texts("SHA-256");
            foreach (var file in files)
            {
                table.Row(file.Name, ReportCell.Of(file.Size), new ReportCell(file.Sha256).As("hash"));
            }

            table.Write(html, phrases);
        }
    }
}
