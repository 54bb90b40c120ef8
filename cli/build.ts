// Generates the signers of the command for suppliers from lib/proof, with the types stripped. The command is
// a separate package that imports nothing of the app.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const SIGNERS = 'lib/proof/sign'
const CONTRACT = ['lib/contract/ce-header.ts', 'lib/contract/signature-headers.ts']
const IMPORTED = /'(?:#lib\/contract|\.)\/([\w-]+)\.ts'/g

const signers = readdirSync(join(ROOT, SIGNERS)).filter((name) => !name.includes('.test.'))
mkdirSync(join(import.meta.dirname, 'generated'), { recursive: true })
for (const source of [...signers.map((name) => `${SIGNERS}/${name}`), ...CONTRACT]) {
  const code = stripTypeScriptTypes(readFileSync(join(ROOT, source), 'utf8')).replaceAll(IMPORTED, "'./$1.mjs'")
  writeFileSync(join(import.meta.dirname, 'generated', `${basename(source, '.ts')}.mjs`), `// @ts-nocheck\n${code}`)
}
copyFileSync(join(ROOT, 'LICENSE'), join(import.meta.dirname, 'LICENSE'))
