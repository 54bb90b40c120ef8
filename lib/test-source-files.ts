import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
const SKIPPED = /^(node_modules|generated|public|test-results|playwright-report|\..*)$/

/** Returns the paths, in the repository, of all files with code of ours. */
export function sourceFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.test(entry.name) || (folder === ROOT && entry.name === 'docs') || entry.name === 'next-env.d.ts')
      return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.(ts|tsx|mts|mjs|js|jsx)$/.test(entry.name) ? [relative(ROOT, path)] : []
  })
}

export const isTest = (file: string) => /\.(test|spec)\.|\/test-[^/]*$/.test(file)
