import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { storeZaaktypeversie } from '#lib/zaaksysteem/catalogus/store-zaaktypeversie.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

/** Earlier than every zaak of the demo. */
export const DEMO_GELDIG_VANAF = '2000-01-01'

type Entry = { like?: string }

const FOLDER = join(import.meta.dirname, 'zaaktypen')

/** Reads the zaaktypen of the demo, one file for each. A gemeente makes its own at the desk. */
export function demoZaaktypen(): { identificatie: string; gegevens: ZaaktypeGegevens }[] {
  const shared = readYaml(join(import.meta.dirname, 'shared-zaaktype.yaml'))
  const fill = (entries: Record<string, object>, { like, ...own }: Entry) => ({ ...(like && entries[like]), ...own })

  return readdirSync(FOLDER).map((file) => {
    const { identificatie, ...own } = readYaml(join(FOLDER, file))
    const gegevens = {
      ...shared,
      ...own,
      statustypen: own.statustypen.map((entry: Entry, index: number) => ({
        ...fill(shared.statustypen, entry),
        volgnummer: index + 1,
      })),
      resultaattypen: own.resultaattypen.map((entry: Entry) => fill(shared.resultaattypen, entry)),
    }
    return { identificatie, gegevens: zaaktypeGegevens.parse(gegevens) }
  })
}

function readYaml(path: string) {
  return parse(readFileSync(path, 'utf8'))
}

/** The teams of these zaaktypen. */
export function demoTeams(): string[] {
  return [...new Set(demoZaaktypen().map(({ gegevens }) => gegevens.team))]
}

/** Stores the teams of the demo that do not exist yet. */
export async function storeDemoTeams({ db }: Pick<Parameters<typeof storeZaaktypeversie>[0], 'db'>): Promise<void> {
  await db.team.createMany({ data: demoTeams().map((code) => ({ code, naam: code })), skipDuplicates: true })
}

/** Stores the zaaktypen of the demo that do not exist yet. */
export async function storeDemoZaaktypen(ctx: Parameters<typeof storeZaaktypeversie>[0]): Promise<void> {
  await storeDemoTeams(ctx)
  for (const zaaktype of demoZaaktypen())
    await storeZaaktypeversie(ctx, { ...zaaktype, versie: 0, geldigVanaf: DEMO_GELDIG_VANAF, actor: OPDRACHTREGEL })
}
