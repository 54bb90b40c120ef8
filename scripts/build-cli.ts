// Makes what the command for suppliers signs with: the signers of lib/proof without their types. The command is a
// package of its own, which imports nothing of the app.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'cli')
const SIGNERS = 'lib/proof/sign'
const CONTRACT = ['lib/contract/ce-header.ts', 'lib/contract/signature-headers.ts']
const IMPORT = /from '(?:#lib\/contract|\.)\/([\w-]+)\.ts'/g

const signers = readdirSync(join(ROOT, SIGNERS)).filter((name) => !name.includes('.test.'))
mkdirSync(join(CLI, 'generated'), { recursive: true })
for (const source of [...signers.map((name) => `${SIGNERS}/${name}`), ...CONTRACT]) {
  const code = stripTypeScriptTypes(readFileSync(join(ROOT, source), 'utf8')).replaceAll(IMPORT, "from './$1.mjs'")
  writeFileSync(join(CLI, 'generated', `${basename(source, '.ts')}.mjs`), `// @ts-nocheck\n${code}`)
}
copyFileSync(join(ROOT, 'LICENSE'), join(CLI, 'LICENSE'))
