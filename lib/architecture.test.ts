import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom. Every source file belongs to the element with the longest matching path; whatever is not listed
 * here is forbidden. An element may always import itself.
 */
const ARROWS: Record<string, { elements: string[] | 'any'; npm: string[] | 'any' }> = {
  'app/(zaaksysteem)': { elements: ['lib/zaaksysteem', 'lib/contract', 'lib/platform', 'lib/ui'], npm: 'any' },
  'app/api/zaaksysteem': { elements: ['lib/zaaksysteem', 'lib/contract', 'lib/platform', 'lib/ui'], npm: 'any' },
  'app/(publieksportaal)': { elements: ['lib/publieksportaal', 'lib/contract', 'lib/platform', 'lib/ui'], npm: 'any' },
  'app/api/publieksportaal': {
    elements: ['lib/publieksportaal', 'lib/contract', 'lib/platform', 'lib/ui'],
    npm: 'any',
  },
  'app/(demo)': { elements: ['lib/contract', 'lib/platform', 'lib/ui'], npm: 'any' },
  // The frame around all pages: it belongs to no system.
  app: { elements: ['lib/platform', 'lib/ui'], npm: 'any' },
  'lib/zaaksysteem': { elements: ['lib/contract', 'lib/platform'], npm: 'any' },
  'lib/publieksportaal': { elements: ['lib/contract', 'lib/platform'], npm: 'any' },
  'lib/ui': { elements: ['lib/platform'], npm: 'any' },
  'lib/contract': { elements: [], npm: ['zod', 'cloudevents'] },
  'lib/platform': { elements: [], npm: 'any' },
  'lib/architecture.test.ts': { elements: [], npm: 'any' },
  e2e: { elements: ['lib/contract'], npm: 'any' },
  // Composition roots: they put the parts together.
  'app/api/health': { elements: 'any', npm: 'any' },
  'app/api/metrics': { elements: 'any', npm: 'any' },
  'instrumentation.ts': { elements: 'any', npm: 'any' },
  'proxy.ts': { elements: 'any', npm: 'any' },
  'next.config.ts': { elements: 'any', npm: 'any' },
  'vitest.config.ts': { elements: [], npm: 'any' },
  'playwright.config.ts': { elements: ['e2e'], npm: 'any' },
  scripts: { elements: 'any', npm: 'any' },
  prisma: { elements: 'any', npm: 'any' },
  bench: { elements: 'any', npm: 'any' },
  chaos: { elements: 'any', npm: 'any' },
}

const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g
const ROOT = join(import.meta.dirname, '..')
const SKIPPED = /^(node_modules|generated|public|docs|test-results|playwright-report|\..*)$/
const TEST_LIBRARY = 'vitest'

function sourceFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.test(entry.name) || entry.name === 'next-env.d.ts') return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.(ts|tsx|mts|mjs|js|jsx)$/.test(entry.name) ? [relative(ROOT, path)] : []
  })
}

function elementOf(path: string): string | undefined {
  return Object.keys(ARROWS)
    .filter((element) => path === element || path.startsWith(`${element}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** Where an import leads: a path in the repository, or the name of a package. */
function resolveImport(file: string, specifier: string): { path: string } | { packageName: string } {
  if (specifier.startsWith('#lib/')) return { path: specifier.slice(1) }
  if (specifier.startsWith('.')) return { path: join(dirname(file), specifier) }
  const [scope = '', name] = specifier.split('/')
  return { packageName: scope.startsWith('@') ? `${scope}/${name}` : scope }
}

function violation(file: string, specifier: string): string | undefined {
  const from = elementOf(file)
  if (!from) return `${file} belongs to no element`
  const allowed = ARROWS[from] as (typeof ARROWS)[string]
  const target = resolveImport(file, specifier)
  if ('packageName' in target) {
    if (allowed.npm === 'any' || allowed.npm.includes(target.packageName)) return
    if (file.includes('.test.') && (target.packageName === TEST_LIBRARY || specifier.startsWith('node:'))) return
    return `${file} imports the package ${specifier}`
  }
  const to = elementOf(target.path)
  if (to && (to === from || allowed.elements === 'any' || allowed.elements.includes(to))) return
  return `${file} imports ${target.path}`
}

test('nothing imports what the table of arrows does not allow', () => {
  const violations = sourceFiles().flatMap((file) => {
    const imports = [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => match[1] as string)
    if (!elementOf(file)) return [`${file} belongs to no element`]
    return imports.flatMap((specifier) => violation(file, specifier) ?? [])
  })
  expect(violations).toEqual([])
})

test.each([
  ['lib/zaaksysteem/zaak/x.ts', '#lib/publieksportaal/context.ts'],
  ['lib/zaaksysteem/zaak/x.ts', '../../publieksportaal/context.ts'],
  ['lib/publieksportaal/x.ts', '#lib/zaaksysteem/context.ts'],
  ['app/(publieksportaal)/mijn/x.tsx', '#lib/zaaksysteem/context.ts'],
  ['app/(demo)/demo/x.tsx', '#lib/zaaksysteem/context.ts'],
  ['app/(demo)/demo/x.tsx', '../../(zaaksysteem)/balie/x.tsx'],
  ['lib/contract/x.ts', 'jose'],
  ['lib/contract/x.ts', '#lib/platform/env.ts'],
  ['lib/platform/x.ts', '#lib/contract/webhook.ts'],
  ['lib/ui/x.tsx', '#lib/contract/webhook.ts'],
  ['e2e/x.ts', '#lib/platform/env.ts'],
  ['lib/utils/x.ts', 'zod'],
])('%s may not import %s', (file, specifier) => {
  expect(violation(file, specifier)).toBeDefined()
})

test.each([
  ['lib/zaaksysteem/zaak/x.ts', '#lib/contract/webhook.ts'],
  ['app/(zaaksysteem)/balie/x.tsx', '#lib/ui/button.tsx'],
  ['lib/contract/x.ts', 'zod'],
  ['lib/contract/x.test.ts', 'vitest'],
  ['scripts/x.ts', '#lib/zaaksysteem/context.ts'],
])('%s may import %s', (file, specifier) => {
  expect(violation(file, specifier)).toBeUndefined()
})
