import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from '../../../scripts/install-packages.mjs'
import { PRESENT_DOCUMENTS } from '../released.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** The folder in which clients are generated and compiled, with their dependencies. */
export const DATA = join(ROOT, '.data/clients')
const DOCUMENT = join(DATA, 'zaaksysteem.json')

/** OpenAPI Generator as it is, and as it was a year ago. */
const [NEWEST, YEAR_OLD] = ['7.25.0', '7.17.0'] as const
const OAPI_CODEGEN = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2'

/** A client that suppliers may have made of the document of the zaaksysteem. */
type Client = {
  /** by what, and for what; also the name of its folder */
  name: string
  /** programs that the machine must have */
  needs: readonly string[]
  generate(folder: string): void
  compile(folder: string): void
}

/**
 * @returns what it said
 * @throws with that, when it fails
 */
function run(command: string, args: readonly string[], cwd = DATA): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const said = `${stdout}${stderr}`
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${error ?? ''}${said}`)
  return said
}

export const isOnMachine = (program: string) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined

/** Writes the document, and makes what several clients need. */
export function prepareClients(): void {
  mkdirSync(DATA, { recursive: true })
  writeFileSync(DOCUMENT, JSON.stringify(PRESENT_DOCUMENTS.zaaksysteem(), null, 1))
  const packages = installPackages('tools/api/clients')
  if (!existsSync(join(DATA, 'node_modules'))) symlinkSync(packages, join(DATA, 'node_modules'), 'junction')
}

const CODE_ONLY = 'apiTests=false,modelTests=false,apiDocs=false,modelDocs=false'

function openapiGenerator(version: string, generator: string, options: readonly string[] = []) {
  return (folder: string) => {
    const artifact = `org.openapitools:openapi-generator-cli:${version}`
    const jar = join(DATA, `openapi-generator-cli-${version}.jar`)
    if (!existsSync(jar))
      run('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${DATA}`])
    const made = ['-i', DOCUMENT, '-g', generator, '-o', folder, ...options, '--global-property', CODE_ONLY]
    run('java', ['-jar', jar, 'generate', ...made])
  }
}

/** The Python of these clients, which is made at first use. */
function python(): string {
  const requirements = join(import.meta.dirname, 'requirements.txt')
  const folder = join(DATA, 'python')
  const program = join(folder, 'bin/python')
  const installed = join(folder, 'requirements.txt')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(requirements, 'utf8')) return program
  run('python3', ['-m', 'venv', folder])
  run(program, ['-m', 'pip', 'install', '--quiet', '-r', requirements])
  copyFileSync(requirements, installed)
  return program
}

/** Python finds what is wrong with a class when it is made. */
const IMPORT_ALL = `
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):
    importlib.import_module(module.name)
`
const importPython = (name: string) => (folder: string) => run(python(), ['-c', IMPORT_ALL, name], folder)

const compileJava = (folder: string) => run('mvn', ['-q', '-B', 'compile'], folder)

function compileTypescript(folder: string): void {
  const compilerOptions = {
    target: 'ES2023',
    lib: ['dom', 'ES2024'],
    module: 'commonjs',
    moduleResolution: 'bundler',
    esModuleInterop: true,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    rootDir: '.',
    outDir: 'compiled',
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'commonjs' }))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.cts'] }))
  run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', folder])
}

/** With the versions that are kept here of what they import. */
function compileGo(folder: string): void {
  for (const file of ['go.mod', 'go.sum']) copyFileSync(join(import.meta.dirname, 'go', file), join(folder, file))
  run('go', ['build', './...'], folder)
}

const ofOpenapiGenerator = (version: string): Client[] => {
  const made = (
    what: string,
    more: Pick<Client, 'needs' | 'compile'>,
    generator: string,
    options?: readonly string[],
  ) => ({
    name: `openapi-generator-${version}-${what}`,
    ...more,
    needs: ['java', 'mvn', ...more.needs],
    generate: openapiGenerator(version, generator, options),
  })
  const inJava = { needs: [], compile: compileJava }
  const inTypescript = { needs: [], compile: compileTypescript }
  return [
    made('python', { needs: ['python3'], compile: importPython('openapi_client') }, 'python'),
    made('java-okhttp', inJava, 'java', ['--library', 'okhttp-gson']),
    made('java-native', inJava, 'java', ['--library', 'native']),
    made('typescript-fetch', inTypescript, 'typescript-fetch'),
    made('typescript-axios', inTypescript, 'typescript-axios'),
    made('go', { needs: ['go'], compile: compileGo }, 'go'),
  ]
}

export const CLIENTS: readonly Client[] = [
  ...ofOpenapiGenerator(NEWEST),
  ...ofOpenapiGenerator(YEAR_OLD),
  {
    name: 'oapi-codegen',
    needs: ['go'],
    generate(folder) {
      mkdirSync(folder, { recursive: true })
      run('go', [
        'run',
        OAPI_CODEGEN,
        '-generate',
        'types,client',
        '-package',
        'zaaksysteem',
        '-o',
        join(folder, 'zaaksysteem.go'),
        DOCUMENT,
      ])
    },
    compile: compileGo,
  },
  {
    name: 'openapi-python-client',
    needs: ['python3'],
    generate(folder) {
      mkdirSync(folder, { recursive: true })
      const said = run(join(python(), '../openapi-python-client'), [
        ...['generate', '--path', DOCUMENT, '--output-path', join(folder, 'zaaksysteem'), '--meta', 'none'],
      ])
      // It says so and goes on; of documents in YAML it says that too, which it gives as they are.
      const lost = said.split('\n').filter((line) => /^Unable to process/.test(line))
      if (lost.length > 0) throw new Error(lost.join('\n'))
    },
    compile: importPython('zaaksysteem'),
  },
]

/** All that was generated, as text. */
export function textOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const sources = files.filter((file) => file.isFile() && /\.(?:py|java|ts|go)$/.test(file.name))
  return sources.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n')
}
