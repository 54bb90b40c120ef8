import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs `<folder>/<part>.ts` for the named parts, or for all, one after another; then exits. Options after the
 * names go to the parts.
 */
export async function runParts(folder: string, parts: readonly string[]): Promise<never> {
  const words = process.argv.slice(2)
  const firstOption = words.findIndex((word) => word.startsWith('-'))
  const wanted = firstOption === -1 ? words : words.slice(0, firstOption)
  const options = words.slice(wanted.length)
  const unknown = wanted.filter((part) => !parts.includes(part))
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}. Choose from: ${parts.join(', ')}.`)
    process.exit(1)
  }

  let failed = false
  for (const part of wanted.length > 0 ? wanted : parts) {
    console.log(`\n== ${part} ==`)
    const child = spawn(process.execPath, [`${folder}/${part}.ts`, ...options], { stdio: 'inherit' })
    const [code] = await once(child, 'exit')
    if (code !== 0) failed = true
  }
  process.exit(failed ? 1 : 0)
}
