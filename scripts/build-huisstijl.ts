// Writes public/huisstijl/utrecht.css: the municipality's design tokens that our CSS uses. The other house
// style, public/huisstijl/voorbeeld.css, is written by hand. HUISSTIJL selects one of the two.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const TARGET = join(ROOT, 'public', 'huisstijl')
const require = createRequire(import.meta.url)

type Tokens = Map<string, string>

const read = (path: string) => readFileSync(path, 'utf8')
const withoutComments = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\n\s*\n/g, '\n')
const namesIn = (css: string) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name as string)

function readTokens(path: string): Tokens {
  const declarations = withoutComments(read(path)).matchAll(/(--[\w-]+):\s*([^;]+);/g)
  return new Map([...declarations].map(([, name, value]) => [name as string, value as string]))
}

/** The component CSS that the app imports, and our own. Unused tokens are not sent to the browser. */
function ourCss(): string {
  const globals = read(join(ROOT, 'app', 'globals.css'))
  const components = [...globals.matchAll(/@import ["'](@utrecht\/[^"']+)["']/g)].map(([, path]) =>
    require.resolve(path as string),
  )
  const own = ['app', 'lib'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, folder, path)),
  )
  return [...components, ...own.filter((path) => path.endsWith('.css'))].map(read).join('\n')
}

/** The tokens with these names, and recursively those that their values refer to. */
function pick(tokens: Tokens, names: Iterable<string>, picked: Tokens = new Map()): Tokens {
  for (const name of names) {
    const value = tokens.get(name)
    if (value === undefined || picked.has(name)) continue
    picked.set(name, value)
    pick(tokens, namesIn(value), picked)
  }
  return picked
}

const block = (tokens: Tokens) =>
  `.utrecht-theme {\n${[...tokens].map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}\n`

function utrechtTheme(css: string): string {
  const dist = join(dirname(require.resolve('@utrecht/design-tokens/package.json')), 'dist')
  const light = pick(readTokens(join(dist, 'theme.css')), namesIn(css))
  const dark = pick(readTokens(join(dist, 'dark', 'theme.css')), namesIn(css))
  const differs = new Map([...dark].filter(([name, value]) => light.get(name) !== value))
  return `${block(light)}@media (prefers-color-scheme: dark) {\n${block(differs)}}\n`
}

const own = withoutComments(read(join(ROOT, 'lib', 'ui', 'huisstijl', 'utrecht.css')))
writeFileSync(join(TARGET, 'utrecht.css'), `${utrechtTheme(ourCss())}${own}`)
