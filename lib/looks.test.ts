import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, ROOT, sourceFiles } from './test-source-files.ts'

/**
 * Every read of a zaak of a person is recorded. A module reads zaken when it queries that table or a table of
 * its parts, or checks the right to read them. Each path of imports from a module that Next.js serves (a
 * page, a route with the operations of the API, a server action) to such a reader must pass a recorder: a
 * module that records a look, or the act itself.
 */
const RUNS =
  /\b(?:pool|client|tx)\.query\b|\$queryRaw|\b(?:groupCommit|runPipeline|queryByIndex|readZaken|ask)[(<]|\b(?:db|tx)\.\w+\.(?:find|count)/
const OF_ZAKEN = [
  /\b(?:from|join) (?:zaak|status|notitie|inzending|document|besluit|aanvulling)\b/,
  /\b(?:db|tx)\.(?:zaak|status|notitie|toewijzing|vertrouwelijkheid|aanhouding|document|inzending|besluit)\.(?:find|count)/,
  /\b(?:zakenMet|leesbaarSql|magWieSql|magSql|readZaken|toSelection)[(<]/,
]
const RECORDS = /\b(?:recordLook|lookAtZaken|recordedTransaction|recordedPgTransaction)\(|insert into auditregel/

const NUMBER = 'tells the zaaknummer, and what became of it, to who manages the zaaksysteem'
const COUNT = 'counts'
const WHICH = 'tells which zaken there are, and nothing of them'
const ACT = 'acts: the statement of the act records it, and the answer tells no more than that'

/** Modules and folders that show nobody the subject or the person of a zaak: no look to record. */
const NO_LOOK: Record<string, string> = {
  'audit/auditregel-filter.ts': NUMBER,
  'audit/find-auditregels.ts': NUMBER,
  'bezorging/overzicht/find-bezorgingen.ts': NUMBER,
  'audit/datalek/find-datalekken.ts': NUMBER,
  'zaak/bewaren/find-te-vernietigen.ts': NUMBER,
  'zaak/herberekening/process-herberekeningen.ts': NUMBER,
  'werkvoorraad/find-team-overzicht.ts': COUNT,
  'werkvoorraad/count-werkvoorraad.ts': COUNT,
  'catalogus/find-zaaktypestanden.ts': COUNT,
  'catalogus/team/find-teams.ts': COUNT,
  'doorlooptijd/measure-doorlooptijden.ts': COUNT,
  'zaak/detail/find-zaak-stand.ts': COUNT,
  'werkvoorraad/find-bedoeld.ts': 'returns a word of the list, of no zaak that is vertrouwelijk',
  'werkvoorraad/find-whole-list.ts': WHICH,
  'zaak/detail/find-zaak-by-nummer.ts': WHICH,
  'bulk/prepare-bulk.ts': WHICH,
  'bestand/store-bestand.ts': 'stores bytes',
  'zaak/api/document/bestand-sturen.ts': 'stores bytes',
  'app/api/zaaksysteem/balie/zaken/[zaakId]/bestanden/route.ts': 'stores bytes',
  'inzending/complete-aanvulling.ts': ACT,
  'zaak/api/zaak-verwijderen.ts': ACT,
  'zaak/bewaren/remove-zaak.ts': ACT,
  'zaak/handelingen/': ACT,
  'zaak/registratie/register-zaak.ts': ACT,
  'zaak/wijziging/apply-change.ts': ACT,
  'stroom/read-gebeurtenissen.ts': 'events hold no more than an id and a status',
}

/** Served only to the sessie that opened the zaak by another route, while its ticket is valid. */
const BY_TICKET = 'app/api/zaaksysteem/documenten/[ticket]/route.ts'

const OPENERS = /\/(?:load-zaak|load-bulkopdracht|serve-document)\.ts$/

/** Readers of more of an opened zaak: their importers also import the module that opens and records it. */
const MORE_OF: readonly string[] = [
  'bulk/find-offered.ts',
  'zaak/api/resource/find-zaak-resource.ts',
  'zaak/bewaren/find-aanhoudingen.ts',
  'zaak/intern/find-documentregels.ts',
  'zaak/notitie/find-notities.ts',
  'zaak/toewijzing/find-toewijzingen.ts',
  'zaak/vertrouwelijkheid/find-vertrouwelijkheden.ts',
  'zaak/wijziging/documenten.ts',
]

const SERVED = /^app\/.*\/(?:page|layout|route|error|not-found|loading)\.tsx?$/
/** Imports of types are left out, because they do not exist at run time. */
const IMPORT = /^(?:import|export)\s+(?!type\b)[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

const sources = new Map(
  sourceFiles()
    .filter((file) => /^(?:app|lib)\//.test(file) && !isTest(file))
    .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
)
const served = [...sources].flatMap(([file, text]) =>
  SERVED.test(file) || text.startsWith("'use server'") ? [file] : [],
)
const importsOf = (file: string) =>
  [...(sources.get(file) ?? '').matchAll(IMPORT)].flatMap(([, from = '', lazily = from]) => {
    const path = lazily.startsWith('#lib/') ? lazily.slice(1) : lazily.startsWith('.') && join(dirname(file), lazily)
    return path && sources.has(path) ? [path] : []
  })

const runsQueryOfZaken = (text: string) => RUNS.test(text) && OF_ZAKEN.some((of) => of.test(text))
const isReader = (file: string) => /^(?:app|lib\/zaaksysteem)\//.test(file) && runsQueryOfZaken(sources.get(file) ?? '')
const isRecorder = (file: string) => file.startsWith('lib/zaaksysteem/') && RECORDS.test(sources.get(file) ?? '')

const inSystem = (file: string) => file.replace('lib/zaaksysteem/', '')
const isNoLook = (file: string) => Object.keys(NO_LOOK).some((excepted) => inSystem(file).startsWith(excepted))

/** Returns the last import of each path from a served module to a reader of zaken that passes no recorder. */
function unrecorded(entry: string): string[] {
  const seen = new Set([entry])
  const found = isReader(entry) && !isNoLook(entry) ? [entry] : []
  for (const importer of seen) {
    const imports = importsOf(importer)
    const opens = importer === BY_TICKET || imports.some((file) => OPENERS.test(file))
    for (const file of imports) {
      if (isRecorder(file) || isNoLook(file) || (opens && MORE_OF.includes(inSystem(file)))) continue
      if (isReader(file) || MORE_OF.includes(inSystem(file))) found.push(`${importer} > ${file}`)
      else seen.add(file)
    }
  }
  return found
}

test('every path from a served module to a reader of zaken passes a module that records the look', () => {
  expect(served.length).toBeGreaterThan(150)
  const found = new Set(served.flatMap(unrecorded))
  expect([...found].sort(), 'record it with lookAtZaken, where it is read').toEqual([])
})

test('in a module that records looks, every export with a query records, except counts', () => {
  const unsure = [...sources].flatMap(([file, text]) =>
    /\b(?:recordLook|lookAtZaken)\(/.test(text) && file.startsWith('lib/zaaksysteem/') && !isNoLook(file)
      ? text
          .split(/^(?=(?:export )?(?:async )?(?:function|const|type) )/m)
          .filter((part) => /^export (?:async )?(?:function|const) (?!count)/.test(part))
          .filter((part) => RUNS.test(part) && !RECORDS.test(part))
          .map((part) => `${file} ${part.split('\n', 1)}`)
      : [],
  )
  expect(unsure).toEqual([])
})

test('every exception names an existing module that does not record', () => {
  const files = [...sources.keys()]
  const isNeeded = (excepted: string) =>
    files.some((file) => inSystem(file).startsWith(excepted) && (excepted.endsWith('/') || !isRecorder(file)))
  expect([...Object.keys(NO_LOOK), ...MORE_OF].filter((excepted) => !isNeeded(excepted))).toEqual([])
})
