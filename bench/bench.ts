import { spawn } from 'node:child_process'
import { once } from 'node:events'

// `npm run bench` runs all parts one after another; `npm run bench -- delivery` runs one of them.

const PARTS = ['live', 'delivery', 'receiver']
const wanted = process.argv.slice(2)
const unknown = wanted.filter((part) => !PARTS.includes(part))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Choose from: ${PARTS.join(', ')}.`)
  process.exit(1)
}

let failed = false
for (const part of wanted.length > 0 ? wanted : PARTS) {
  console.log(`\n== ${part} ==`)
  const child = spawn(process.execPath, [`bench/${part}.ts`], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) failed = true
}
process.exit(failed ? 1 : 0)
