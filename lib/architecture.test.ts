import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './test-source-files.ts'

type Arrows = { elements: string[] | 'any'; npm: string[] | 'any' }

const PORTAL = [
  'lib/publieksportaal',
  'lib/publieksportaal/herinnering',
  'lib/publieksportaal/mail',
  'lib/publieksportaal/push',
]
const PAGES = ['lib/contract', 'lib/voortgang', 'lib/platform', 'lib/ui', 'demo/stage']

const LOADED = [
  'lib/zaaksysteem',
  'lib/zaaksysteem/zaak/handelingen',
  'lib/publieksportaal',
  'lib/content',
  'lib/proof',
  'lib/contract',
  'lib/platform',
  'demo/stage',
  'prisma',
  'scripts',
  'tools',
  'tools/servers',
]

/**
 * The allowed imports. Every source file belongs to the element with the longest matching path. An element
 * may always import itself; any other import that is not listed here is forbidden.
 */
const ARROWS: Record<string, Arrows> = {
  'app/(zaaksysteem)': {
    elements: ['app/(zaaksysteem)/abonnementen', 'lib/zaaksysteem', 'lib/zaaksysteem/zaak/handelingen', ...PAGES],
    npm: 'any',
  },
  // The pages of an abonnement and its bezorgingen, for the desk and for suppliers.
  'app/(zaaksysteem)/abonnementen': { elements: ['lib/zaaksysteem', ...PAGES], npm: 'any' },
  'app/api/zaaksysteem': {
    elements: ['lib/zaaksysteem', 'lib/zaaksysteem/zaak/handelingen', 'lib/contract', 'lib/platform'],
    npm: 'any',
  },
  'app/(publieksportaal)': { elements: [...PORTAL, ...PAGES], npm: 'any' },
  'app/api/publieksportaal': { elements: [...PORTAL, 'lib/contract', 'lib/platform'], npm: 'any' },
  // Forwards to the process that started the demo.
  'app/api/demo': { elements: ['lib/platform'], npm: [] },
  'app/(demo)': { elements: ['lib/contract', 'lib/platform', 'lib/ui', 'demo/stage'], npm: 'any' },
  // Checks a message on the form of the pages for suppliers.
  'app/(demo)/demo/bericht': {
    elements: ['app/(demo)', 'app/(ontwikkelaars)', ...PAGES],
    npm: 'any',
  },
  // The zaaksysteem's pages for suppliers.
  'app/(ontwikkelaars)': {
    elements: ['app/(zaaksysteem)/abonnementen', 'lib/ontwikkelaars', 'lib/zaaksysteem', ...PAGES],
    npm: 'any',
  },
  // The layout of all pages: it belongs to no system.
  app: { elements: ['lib/platform', 'lib/ui'], npm: 'any' },
  // Holds the fields and the texts of each act for the desk.
  'lib/zaaksysteem/zaak/handelingen': {
    elements: ['lib/zaaksysteem', 'lib/contract', 'lib/platform', 'lib/ui'],
    npm: 'any',
  },
  'lib/zaaksysteem': {
    elements: ['lib/zaaksysteem/zaak/handelingen', 'lib/contract', 'lib/proof', 'lib/platform', 'demo/stage'],
    npm: 'any',
  },
  'lib/publieksportaal': {
    elements: [
      'lib/publieksportaal/agenda/agendapunt.ts',
      'lib/publieksportaal/agenda/compose-ics.ts',
      'lib/publieksportaal/herinnering',
      'lib/publieksportaal/mail',
      'lib/publieksportaal/push',
      'lib/contract',
      'lib/content',
      'lib/proof',
      'lib/platform',
      'demo/stage',
    ],
    npm: 'any',
  },
  // Writes the texts of the pages in a calendar.
  'lib/publieksportaal/agenda/compose-ics.ts': {
    elements: ['lib/publieksportaal', 'lib/publieksportaal/agenda/agendapunt.ts', ...PAGES],
    npm: 'any',
  },
  // Chooses the days for the calendar, with the rules about besluiten that the pages use.
  'lib/publieksportaal/agenda/agendapunt.ts': {
    elements: ['lib/contract', 'lib/voortgang', 'lib/platform'],
    npm: 'any',
  },
  // Reminds of the taken that the page shows, with the same table.
  'lib/publieksportaal/herinnering': {
    elements: [
      'lib/publieksportaal',
      'lib/publieksportaal/mail',
      'lib/publieksportaal/push',
      'lib/contract',
      'lib/voortgang',
      'lib/platform',
    ],
    npm: 'any',
  },
  // Writes the texts of the page of the zaak in a mail.
  'lib/publieksportaal/mail': {
    elements: ['lib/publieksportaal', 'lib/publieksportaal/herinnering', ...PAGES],
    npm: 'any',
  },
  // Notifies of news in the language of the citizen, when a mail would be sent.
  'lib/publieksportaal/push': {
    elements: [
      'lib/publieksportaal',
      'lib/publieksportaal/herinnering',
      'lib/publieksportaal/mail',
      'lib/contract',
      'lib/platform',
      'lib/ui',
    ],
    npm: 'any',
  },
  'lib/voortgang': { elements: ['lib/contract', 'lib/platform', 'lib/ui'], npm: 'any' },
  'lib/ui': { elements: ['lib/platform'], npm: 'any' },
  'lib/contract': { elements: [], npm: ['zod', 'cloudevents'] },
  // The content of a message, for receivers and documents.
  'lib/content': { elements: ['lib/contract', 'lib/platform'], npm: 'any' },
  // The proof of a sender: used to sign, to verify and to explain.
  'lib/proof': { elements: ['lib/contract', 'lib/platform'], npm: 'any' },
  'demo/stage': { elements: [], npm: ['zod'] },
  'lib/ontwikkelaars': {
    elements: ['lib/contract', 'lib/content', 'lib/proof', 'lib/platform', 'lib/ontwikkelaars/test-bezorgingen.ts'],
    npm: 'any',
  },
  // Makes real messages for its tests.
  'lib/ontwikkelaars/test-bezorgingen.ts': { elements: ['lib/zaaksysteem', 'lib/contract', 'lib/proof'], npm: 'any' },
  'lib/platform': { elements: [], npm: 'any' },
  'lib/actions.test.ts': { elements: ['lib/test-source-files.ts'], npm: 'any' },
  'lib/architecture.test.ts': { elements: ['lib/test-source-files.ts'], npm: 'any' },
  'lib/comments.test.ts': { elements: ['lib/test-source-files.ts'], npm: 'any' },
  'lib/expressions.test.ts': { elements: ['lib/test-source-files.ts'], npm: 'any' },
  'lib/looks.test.ts': { elements: ['lib/test-source-files.ts'], npm: 'any' },
  'lib/names.test.ts': { elements: ['lib/test-source-files.ts'], npm: 'any' },
  'lib/test-source-files.ts': { elements: [], npm: 'any' },
  e2e: { elements: ['lib/contract', 'demo/stage'], npm: 'any' },
  // Published without the rest of the repository; a test below checks its dependencies.
  cli: { elements: [], npm: 'any' },
  // Composition roots: they put the parts together.
  'app/api/health': { elements: 'any', npm: 'any' },
  'app/api/metrics': { elements: 'any', npm: 'any' },
  'instrumentation.ts': { elements: 'any', npm: 'any' },
  'instrumentation-client.ts': { elements: [], npm: ['zod'] },
  'proxy.ts': { elements: 'any', npm: 'any' },
  'next.config.ts': { elements: [], npm: ['next'] },
  'vitest.config.ts': { elements: [], npm: 'any' },
  'playwright.config.ts': { elements: ['e2e'], npm: 'any' },
  scripts: { elements: 'any', npm: 'any' },
  prisma: { elements: 'any', npm: 'any' },
  demo: { elements: 'any', npm: 'any' },
  tools: { elements: 'any', npm: 'any' },
  // Servers of others, such as one for mail, that tests, the demo and the benches start.
  'tools/servers': { elements: [], npm: 'any' },
  // Bench and chaos do not import each other; the load that both need is in tools/load.
  'tools/bench': { elements: LOADED, npm: 'any' },
  'tools/chaos': { elements: LOADED, npm: 'any' },
}

/**
 * Inside a system: which room may import which. A room may only import rooms that stand above it, so that no
 * two import each other. Every room may import OPEN_TO_ALL.
 */
const ROOMS: Record<string, Record<string, string[]>> = {
  'lib/zaaksysteem': {
    audit: [],
    api: ['audit'],
    rechten: [],
    catalogus: ['api', 'audit', 'rechten'],
    egress: [],
    outbox: ['api'],
    signing: ['audit'],
    termijn: [],
    'sign-in': ['audit', 'rechten'],
    signalering: ['audit', 'catalogus', 'rechten'],
    bewijs: ['api', 'audit', 'rechten'],
    bestand: [],
    zaak: ['api', 'audit', 'bestand', 'bewijs', 'catalogus', 'outbox', 'rechten', 'signalering', 'termijn'],
    werkvoorraad: ['audit', 'catalogus', 'rechten', 'zaak'],
    inzending: ['api', 'audit', 'catalogus', 'rechten', 'zaak'],
    doorlooptijd: ['api', 'catalogus'],
    abonnement: ['api', 'audit', 'catalogus', 'egress'],
    'api-client': ['abonnement', 'api', 'audit'],
    bezorging: ['abonnement', 'api', 'egress', 'outbox', 'signalering', 'signing'],
    proefbericht: ['abonnement', 'api', 'audit', 'bezorging', 'outbox'],
    stroom: ['api', 'audit', 'catalogus', 'outbox'],
    metrics: ['bezorging', 'stroom'],
    bulk: ['api', 'audit', 'catalogus', 'rechten', 'termijn', 'zaak'],
    herstel: ['api', 'audit', 'bezorging', 'outbox'],
    upkeep: [
      'abonnement',
      'api-client',
      'audit',
      'bestand',
      'bulk',
      'catalogus',
      'doorlooptijd',
      'herstel',
      'inzending',
      'outbox',
      'signalering',
      'zaak',
    ],
    asyncapi: ['egress', 'stroom'],
    // The table of all operations.
    openapi: [
      'abonnement',
      'api',
      'asyncapi',
      'bewijs',
      'doorlooptijd',
      'egress',
      'herstel',
      'inzending',
      'proefbericht',
      'signing',
      'stroom',
      'zaak',
    ],
  },
  'lib/publieksportaal': {
    audit: [],
    outbox: [],
    inbox: [],
    zaak: ['audit'],
    herinnering: ['audit', 'inbox', 'zaak'],
    bestand: [],
    // Reminds of documents that lie ready.
    mail: ['audit', 'bestand', 'herinnering', 'outbox', 'zaak'],
    push: ['audit', 'herinnering', 'inbox', 'mail', 'outbox', 'zaak'],
    agenda: ['audit', 'mail', 'zaak'],
    burger: [],
    bron: ['agenda', 'audit', 'burger', 'mail', 'push'],
    gegevens: ['audit', 'burger', 'mail', 'zaak'],
    'sign-in': ['audit', 'burger'],
    afwijzing: [],
    receiver: ['afwijzing', 'bron', 'inbox'],
    sync: ['burger', 'inbox', 'outbox', 'receiver', 'zaak'],
    // Verifies a sender as the receiver does, and writes only to its own table.
    proefdeur: ['audit', 'receiver', 'sync'],
    openapi: ['proefdeur', 'receiver'],
    live: ['burger', 'inbox', 'sign-in', 'sync'],
    zgw: ['sync', 'zaak'],
    inzending: ['audit', 'bestand', 'inbox', 'outbox', 'sync', 'zaak', 'zgw'],
    bewijs: ['audit', 'inzending', 'outbox', 'sync', 'zaak'],
    duidelijkheid: ['zaak'],
    abonnement: ['bron', 'sync'],
    upkeep: ['afwijzing', 'agenda', 'burger', 'mail', 'push'],
    'start-portal.ts': [
      'afwijzing',
      'agenda',
      'bestand',
      'bewijs',
      'herinnering',
      'inbox',
      'inzending',
      'live',
      'mail',
      'push',
      'sync',
      'upkeep',
    ],
    metrics: ['burger', 'mail', 'outbox', 'receiver', 'upkeep', 'start-portal.ts'],
  },
}
const OPEN_TO_ALL = ['advisory-locks.ts', 'context.ts', 'env.ts', 'generated']

/** A program: its tests start it as a process. */
const IMPORTED_BY_NOBODY = 'cli'

/** Tests of any element may start these servers. */
const STARTED_BY_TESTS = 'tools/servers'
/** Files that only tests load: they, their helpers, and the settings of their runners. */
const isOfTests = (file: string) => isTest(file) || /\.rules\.ts$|^e2e\/|^tools\/vitest\//.test(file)

const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g
const TEST_LIBRARY = 'vitest'

function elementOf(path: string): string | undefined {
  return Object.keys(ARROWS)
    .filter((element) => path === element || path.startsWith(`${element}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** Returns the target of an import: a path in the repository, or the name of a package. */
function resolveImport(file: string, specifier: string): { path: string } | { packageName: string } {
  if (specifier.startsWith('#')) return { path: specifier.slice(1) }
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
  if (to === IMPORTED_BY_NOBODY && to !== from) return `${file} imports ${target.path}`
  if (to && (to === from || allowed.elements === 'any' || allowed.elements.includes(to))) return
  if (to === STARTED_BY_TESTS && isOfTests(file)) return
  return `${file} imports ${target.path}`
}

function importsOf(file: string): string[] {
  return [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => match[1] as string)
}

test('every import is allowed by the table of arrows', () => {
  const violations = sourceFiles().flatMap((file) => {
    if (!elementOf(file)) return [`${file} belongs to no element`]
    return importsOf(file).flatMap((specifier) => violation(file, specifier) ?? [])
  })
  expect(violations).toEqual([])
})

test('only tests import the helpers of tests', () => {
  const imported = sourceFiles()
    .filter((file) => !isOfTests(file))
    .flatMap((file) => importsOf(file).map((specifier) => ({ file, target: resolveImport(file, specifier) })))
  const violations = imported.flatMap(({ file, target }) =>
    'path' in target && isTest(target.path) ? `${file} imports ${target.path}` : [],
  )
  expect(violations).toEqual([])
})

test('the command for suppliers imports only Node.js and its own dependencies', () => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, 'cli/package.json'), 'utf8'))
  const foreign = sourceFiles().flatMap((file) => {
    if (!file.startsWith('cli/')) return []
    return importsOf(file).filter((specifier) => {
      const target = resolveImport(file, specifier)
      return 'packageName' in target && !specifier.startsWith('node:') && !(target.packageName in dependencies)
    })
  })
  expect(foreign).toEqual([])
})

function roomOf(file: string): { system: string; room: string } | undefined {
  const system = Object.keys(ROOMS).find((path) => file.startsWith(`${path}/`))
  const room = system && file.slice(system.length + 1).split('/')[0]
  return room ? { system, room } : undefined
}

function roomViolation(file: string, specifier: string): string | undefined {
  const from = roomOf(file)
  const target = resolveImport(file, specifier)
  if (!from || 'packageName' in target || OPEN_TO_ALL.includes(from.room)) return undefined
  const allowed = ROOMS[from.system]?.[from.room]
  if (!allowed) return `${file} lies in no room of the table`
  const to = roomOf(target.path)
  if (to?.system !== from.system || to.room === from.room) return undefined
  return [...allowed, ...OPEN_TO_ALL].includes(to.room) ? undefined : `${file} imports ${target.path}`
}

test('every import between rooms of a system is allowed by the table of rooms', () => {
  const files = sourceFiles().filter((file) => !isTest(file))
  expect(files.flatMap((file) => importsOf(file).flatMap((path) => roomViolation(file, path) ?? []))).toEqual([])
})

test.each(Object.keys(ROOMS))('in the table of %s no room imports a room below it', (system) => {
  const order = Object.keys(ROOMS[system] as object)
  const upwards = Object.entries(ROOMS[system] as Record<string, string[]>).flatMap(([room, allowed]) =>
    allowed.filter((other) => order.indexOf(other) >= order.indexOf(room)).map((other) => `${room} imports ${other}`),
  )
  expect(upwards).toEqual([])
})

/** lib/platform/once.ts gives the reason and the alternative. */
test('no module has mutable state, because Next.js loads modules more than once', () => {
  const files = sourceFiles().filter(
    (file) => /^(?:lib|app)\//.test(file) && !isTest(file) && !file.includes('/snippets/'),
  )
  const memory = /^(?:export )?(?:let |const \w+(?:: [^=]+)? = (?:new Weak|new (?:Map|Set)(?:<.*>)?\(\)|\[\]$|\{\}$))/m
  expect(files.filter((file) => memory.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
})

test('only the context and the environment of a system are kept per process', () => {
  const files = sourceFiles().filter((file) => /^lib\/(?:zaaksysteem|publieksportaal)\//.test(file) && !isTest(file))
  const kept = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('perProcess('))
  expect(kept).toEqual([
    'lib/publieksportaal/context.ts',
    'lib/publieksportaal/env.ts',
    'lib/zaaksysteem/context.ts',
    'lib/zaaksysteem/env.ts',
  ])
})

/** Exports that Next.js, Playwright or a command finds by name. */
const EXPORTED_BY_NAME = new RegExp(
  [
    String.raw`^app/.*/(?:page|layout|route|error|not-found|loading|global-error|manifest)\.tsx?$`,
    String.raw`^app/[\w-]+\.tsx?$`,
    String.raw`^(?:instrumentation|instrumentation-client|proxy|[\w.-]+\.config)\.(?:ts|mjs)$`,
    // imported by a name in a variable, which hides it from our compiler
    '^tools/api/client/',
    '/snippets/',
  ].join('|'),
)
const NAMED_IMPORT = /\b(?:import|export)\s+(?:type\s+)?(?:\w+,\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g
const WHOLE_IMPORT = /(?:\*\s*(?:as\s+\w+\s*)?from|\bimport\()\s*['"]([^'"]+)['"]/g
const EXPORT = /^export (?:async )?(?:function\*?|const|let|class|type|interface|enum) (\w+)/gm

test('every export is imported by another file', () => {
  const files = sourceFiles()
  const wanted = new Set<string>()
  for (const file of files) {
    const source = readFileSync(join(ROOT, file), 'utf8')
    const want = (specifier: string, name: string) => {
      const target = resolveImport(file, specifier)
      if ('path' in target) wanted.add(`${target.path} ${name}`)
    }
    for (const [, names = '', specifier = ''] of source.matchAll(NAMED_IMPORT)) {
      for (const name of names.split(','))
        want(
          specifier,
          name
            .trim()
            .replace(/^type /, '')
            .split(' as ')[0] as string,
        )
    }
    for (const [, specifier = ''] of source.matchAll(WHOLE_IMPORT)) want(specifier, '*')
  }
  const unwanted = files
    .filter((file) => !EXPORTED_BY_NAME.test(file) && !wanted.has(`${file} *`))
    .flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(EXPORT)]
        .filter(([, name]) => !wanted.has(`${file} ${name}`))
        .map(([, name]) => `${file} ${name}`),
    )
  expect(unwanted, 'make it local, or delete it').toEqual([])
})

test('production code loads no devDependency', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const sources = sourceFiles()
  // Pages are left out: the build bundles what they load.
  const loaded = new Set(
    sources.filter((file) =>
      /^(?:scripts\/(?:web|worker|migrate|wissel-sleutels|portaal\/[\w-]+)|app\/api\/.*\/route)\.ts$/.test(file),
    ),
  )
  const found: string[] = []
  for (const file of loaded) {
    const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^import type [^;]*? from .*$/gm, '')
    for (const [, specifier = ''] of code.matchAll(IMPORT)) {
      const target = resolveImport(file, specifier)
      if ('packageName' in target)
        found.push(...(target.packageName in devDependencies ? [`${file} ${specifier}`] : []))
      else if (sources.includes(target.path)) loaded.add(target.path)
    }
  }
  expect(loaded.size).toBeGreaterThan(100)
  expect(found).toEqual([])
})

test('no import cycle exists, not even of types', () => {
  const files = sourceFiles()
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file).flatMap((specifier) => {
        const target = resolveImport(file, specifier)
        return 'path' in target && files.includes(target.path) ? [target.path] : []
      }),
    ]),
  )
  const circles: string[] = []
  const finished = new Set<string>()
  function walk(file: string, trail: string[]) {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' > '))
    else if (!finished.has(file)) for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
    finished.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test.each([
  ['lib/zaaksysteem/bezorging/x.ts', '../metrics/read-metrics.ts'],
  ['lib/publieksportaal/afwijzing/x.ts', '#lib/publieksportaal/receiver/afwijzing-response.ts'],
  ['lib/publieksportaal/nieuw/x.ts', '../context.ts'],
])('%s may not import %s, although both are in one system', (file, specifier) => {
  expect(roomViolation(file, specifier)).toBeDefined()
})

test.each([
  ['lib/zaaksysteem/zaak/x.ts', '#lib/publieksportaal/context.ts'],
  ['lib/zaaksysteem/zaak/x.ts', '../../publieksportaal/context.ts'],
  ['lib/publieksportaal/x.ts', '#lib/zaaksysteem/context.ts'],
  ['app/(publieksportaal)/mijn/x.tsx', '#lib/zaaksysteem/context.ts'],
  ['app/(demo)/demo/x.tsx', '#lib/zaaksysteem/context.ts'],
  ['app/(demo)/demo/x.tsx', '../../(zaaksysteem)/balie/x.tsx'],
  ['app/(ontwikkelaars)/ontwikkelaars/x.tsx', '#lib/publieksportaal/context.ts'],
  ['app/(ontwikkelaars)/ontwikkelaars/x.tsx', '../../(zaaksysteem)/balie/x.tsx'],
  ['app/(zaaksysteem)/abonnementen/x.tsx', '../balie/x.tsx'],
  ['lib/ontwikkelaars/x.ts', '#lib/zaaksysteem/context.ts'],
  ['lib/proof/x.ts', '#lib/publieksportaal/context.ts'],
  ['lib/contract/x.ts', '#lib/proof/sign/signers.ts'],
  ['lib/contract/x.ts', 'jose'],
  ['lib/contract/x.ts', '#lib/platform/env.ts'],
  ['lib/platform/x.ts', '#lib/contract/webhook.ts'],
  ['lib/ui/x.tsx', '#lib/contract/webhook.ts'],
  ['e2e/x.ts', '#lib/platform/env.ts'],
  ['lib/utils/x.ts', 'zod'],
  ['cli/x.mjs', '../lib/contract/webhook.ts'],
  ['cli/x.mjs', '../scripts/x.ts'],
  ['scripts/x.ts', '../cli/x.mjs'],
  ['lib/ontwikkelaars/x.ts', '../../cli/x.mjs'],
  ['tools/bench/x.ts', '../chaos/x.ts'],
  ['tools/chaos/x.ts', '../bench/x.ts'],
  ['lib/platform/x.ts', '#tools/servers/listen.ts'],
])('%s may not import %s', (file, specifier) => {
  expect(violation(file, specifier)).toBeDefined()
})

test.each([
  ['lib/zaaksysteem/zaak/x.ts', '#lib/contract/webhook.ts'],
  ['app/(zaaksysteem)/balie/x.tsx', '#lib/ui/form/button.tsx'],
  ['lib/contract/x.ts', 'zod'],
  ['lib/contract/x.test.ts', 'vitest'],
  ['scripts/x.ts', '#lib/zaaksysteem/context.ts'],
  ['lib/platform/x.test.ts', '#tools/servers/listen.ts'],
])('%s may import %s', (file, specifier) => {
  expect(violation(file, specifier)).toBeUndefined()
})
