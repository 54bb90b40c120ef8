"""
Compiles C# with what install-dotnet.sh installed: compile.py INSTALLED FOLDER makes a program of the files in the folder, which is
started there with DOTNET_ROOT=INSTALLED/root ./azmcp.
"""

import json
import shutil
import sys
from pathlib import Path

installed, folder = (Path(argument).resolve() for argument in sys.argv[1:])
sys.path.insert(0, str(installed / "python"))

from clr_loader import get_coreclr
from pythonnet import set_runtime

# The program that the package starts; it starts an assembly with its own name.
NAME = "azmcp"
FRAMEWORK = {"name": "Microsoft.NETCore.App", "version": "9.0.5"}
# The default usings of Microsoft.NET.Sdk (ImplicitUsings).
USINGS = ["", ".Collections.Generic", ".IO", ".Linq", ".Net.Http", ".Threading", ".Threading.Tasks"]
# The assemblies that .NET runs say null in one place (HttpListenerRequest.HttpMethod) where those that its
# SDK compiles against do not.
OPTIONS = ["-target:exe", "-nullable:enable", "-warnaserror+", "-nowarn:CS8619"]

config = folder / f"{NAME}.runtimeconfig.json"
# Languages of people, for which it wants a library of the machine, are not what is tried.
properties = {"System.Globalization.Invariant": True}
config.write_text(json.dumps({"runtimeOptions": {"tfm": "net9.0", "framework": FRAMEWORK, "configProperties": properties}}))
set_runtime(get_coreclr(dotnet_root=str(installed / "root"), runtime_config=str(config)))

import clr

for name in ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"]:
    clr.AddReference(str(installed / "packages/typespec" / f"{name}.dll"))

from Microsoft.CodeAnalysis import DiagnosticSeverity, FileSystemExtensions, MetadataReference, SyntaxTree
from Microsoft.CodeAnalysis.CSharp import CSharpCommandLineParser, CSharpCompilation, CSharpSyntaxTree
from System import Array, String

texts = {str(path): path.read_text("utf-8") for path in sorted(folder.glob("*.cs"))}
texts["Usings.cs"] = "".join(f"global using System{each};\n" for each in USINGS)
options = CSharpCommandLineParser.Default.Parse(Array[String]([*OPTIONS, *texts]), str(folder), None)
trees = [CSharpSyntaxTree.ParseText(text, options.ParseOptions, path) for path, text in texts.items()]
libraries = [MetadataReference.CreateFromFile(str(path)) for path in (installed / "packages/azure").glob("System*.dll")]
compilation = CSharpCompilation.Create(
    NAME, Array[SyntaxTree](trees), Array[MetadataReference](libraries), options.CompilationOptions
)
result = FileSystemExtensions.Emit(compilation, str(folder / f"{NAME}.dll"))
if not result.Success:
    sys.exit("\n".join(str(each) for each in result.Diagnostics if each.Severity == DiagnosticSeverity.Error))
shutil.copy(installed / "packages/azure" / NAME, folder)
