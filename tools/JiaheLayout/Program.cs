using JiaheLayout.Layout;
using JiaheLayout.Output;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/JiaheLayout -c Release -- FOLDER (writes network.inp and system.yaml there)");
    return 1;
}

var draft = CountyLayout.Make();
Directory.CreateDirectory(folder);
File.WriteAllText(Path.Combine(folder, "network.inp"), InpText.Of(draft));
File.WriteAllText(Path.Combine(folder, "system.yaml"), SystemYaml.Of(draft));
Console.WriteLine(Summary.Of(draft));
return 0;
