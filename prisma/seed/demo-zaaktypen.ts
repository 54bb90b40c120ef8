import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { storeZaaktypeversie } from '#lib/zaaksysteem/catalogus/store-zaaktypeversie.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'

/** Before every zaak of the demo. */
export const DEMO_GELDIG_VANAF = '2000-01-01'

const FOLDER = join(import.meta.dirname, 'zaaktypen')

/** The zaaktypen of the demo, one file for each. A gemeente makes its own at the desk. */
export function demoZaaktypen(): { identificatie: string; gegevens: ZaaktypeGegevens }[] {
  return readdirSync(FOLDER).map((file) => {
    const { identificatie, ...gegevens } = parse(readFileSync(join(FOLDER, file), 'utf8'))
    return { identificatie, gegevens: zaaktypeGegevens.parse(gegevens) }
  })
}

/** The teams that handle them. */
export function demoTeams(): string[] {
  return [...new Set(demoZaaktypen().map(({ gegevens }) => gegevens.team))]
}

/** Lists the teams of the demo where they are not yet. */
export async function storeDemoTeams({ db }: Pick<Parameters<typeof storeZaaktypeversie>[0], 'db'>): Promise<void> {
  await db.team.createMany({ data: demoTeams().map((code) => ({ code, naam: code })), skipDuplicates: true })
}

/** Stores them where there are none yet. */
export async function storeDemoZaaktypen(ctx: Parameters<typeof storeZaaktypeversie>[0]): Promise<void> {
  await storeDemoTeams(ctx)
  for (const zaaktype of demoZaaktypen())
    await storeZaaktypeversie(ctx, { ...zaaktype, versie: 0, geldigVanaf: DEMO_GELDIG_VANAF, actor: OPDRACHTREGEL })
}
