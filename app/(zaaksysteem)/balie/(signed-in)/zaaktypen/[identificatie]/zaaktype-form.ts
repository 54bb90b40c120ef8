import type { RICHTINGEN } from '#lib/contract/zaak-resource.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import type { Option, Veld } from '#lib/ui/form/labels.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import type { Statustype, ZaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { schemaOf, veldenOf } from './form-rows.ts'
import { groepRows, zaaktypeRows } from './zaaktype-rows.ts'

/** The shortest months follow this date. */
const IN_SHORT_MONTHS = '2027-02-01'
/** Awb 4:13 lid 2. */
const LONGEST_REDELIJK = 'P8W'
/** The first and the last status. */
const LEAST_STATUSSEN = 2
/** A zaaktype needs an outgoing and an incoming kind of document. */
const NEEDED_RICHTINGEN = ['uitgaand', 'inkomend']

const { fout } = texts

type Added = { nieuweStatus: ({ na?: number | undefined } & Omit<Statustype, 'volgnummer' | 'isEindstatus'>)[] }

/** Inserts the new statuses; the last of all is the eindstatus. Existing ones keep code and order. */
function withNew(statustypen: readonly Statustype[], { nieuweStatus }: Added): Statustype[] {
  const at = (index: number) => nieuweStatus.filter(({ na = statustypen.length - 1 }) => na === index)
  const all = statustypen.length > 0 ? statustypen.flatMap((each, index) => [each, ...at(index)]) : nieuweStatus
  return all.map((each, index) => {
    const { na: _, ...statustype } = each as Added['nieuweStatus'][number]
    return { ...statustype, volgnummer: index + 1, isEindstatus: index === all.length - 1 }
  })
}

/** The groups of fields of each step after the first. */
const STAPPEN = [
  [texts.stappen.status, ['status', 'nieuweStatus']],
  [texts.stappen.resultaat, ['resultaat', 'nieuwResultaat']],
  [texts.stappen.reden, ['reden', 'nieuweReden']],
  [texts.stappen.soort, ['soort', 'nieuweSoort']],
  [texts.stappen.tekst, ['tekst']],
] as const

/** @param teams the teams that may get its zaken */
export function zaaktypeStappen(current: ZaaktypeGegevens, teams: readonly Option[]) {
  const groepen = groepRows(current)
  return [
    { titel: texts.termijnen, velden: veldenOf(zaaktypeRows(current, teams), '', current) },
    ...STAPPEN.map(([titel, names]) => ({ titel, velden: names.flatMap((name) => groepen[name].velden(name)) })),
  ]
}

/** The fields of all steps, with those of the first as an open group. */
export function zaaktypeVelden(current: ZaaktypeGegevens, teams: readonly Option[]): Veld[] {
  return zaaktypeStappen(current, teams).flatMap(({ titel: legend, velden }, index) =>
    index === 0 ? [{ soort: 'groep', legend, isOpen: true, velden }] : velden,
  )
}

/** Parses the fields of `zaaktypeVelden`. Codes and the order of statuses stay; new statuses are inserted. */
export function zaaktypeForm(current: ZaaktypeGegevens, teams: readonly Option[]) {
  return schemaOf({ ...zaaktypeRows(current, teams), ...groepRows(current) })
    .superRefine(({ servicenorm, doorlooptijd }, { addIssue }) => {
      // zod also runs this check for an incomplete term
      if (!doorlooptijd.duur) return
      if (addToDate(IN_SHORT_MONTHS, servicenorm) > addToDate(IN_SHORT_MONTHS, doorlooptijd.duur)) {
        addIssue({ code: 'custom', path: ['servicenorm', 'aantal'], message: fout.streefLanger })
      }
    })
    .superRefine(({ doorlooptijd, verlengingstermijn }, { addIssue }) => {
      if (doorlooptijd.regeling !== 'redelijk') return
      if (addToDate(IN_SHORT_MONTHS, doorlooptijd.duur) > addToDate(IN_SHORT_MONTHS, LONGEST_REDELIJK)) {
        addIssue({ code: 'custom', path: ['doorlooptijd', 'aantal'], message: fout.redelijk })
      }
      if (verlengingstermijn) {
        addIssue({ code: 'custom', path: ['verlengingstermijn', 'aantal'], message: fout.redelijkVerlengd })
      }
    })
    .superRefine(({ nieuweStatus, nieuwResultaat, nieuweReden, soort, nieuweSoort }, { addIssue }) => {
      function refuseTaken(known: string[], added: Record<string, readonly ({ code: string } | undefined)[]>) {
        for (const [name, groups] of Object.entries(added)) {
          for (const [index, group] of groups.entries()) {
            if (!group) continue
            if (known.includes(group.code))
              addIssue({ code: 'custom', path: [name, index, 'code'], message: fout.codeBezet })
            known.push(group.code)
          }
        }
      }
      const known = [...current.statustypen, ...current.resultaattypen, ...current.opschortingsredenen].flatMap(
        (each) => ('statuscode' in each ? [each.code, each.statuscode] : [each.code]),
      )
      refuseTaken(known, { nieuweStatus, nieuwResultaat, nieuweReden })
      const soorten = current.informatieobjecttypen
      refuseTaken(
        soorten.map(({ code }) => code),
        { nieuweSoort },
      )
      const left = [...soorten.filter((_, index) => !soort[index]?.beeindigd), ...nieuweSoort].map(
        (each) => each?.richting,
      )
      for (const richting of NEEDED_RICHTINGEN) {
        const index = soorten.findIndex((each) => each.richting === richting)
        if (index >= 0 && !left.includes(richting as (typeof RICHTINGEN)[number]))
          addIssue({ code: 'custom', path: ['soort', index, 'omschrijving', 'nl'], message: fout.soorten })
      }
      const statussen = current.statustypen.length + nieuweStatus.filter(Boolean).length
      if (statussen < LEAST_STATUSSEN)
        addIssue({ code: 'custom', path: ['nieuweStatus', 0, 'code'], message: fout.statussen })
      if (current.resultaattypen.length + nieuwResultaat.filter(Boolean).length === 0) {
        addIssue({ code: 'custom', path: ['nieuwResultaat', 0, 'code'], message: fout.resultaten })
      }
    })
    .transform(
      ({
        status,
        resultaat,
        reden,
        soort,
        tekst,
        nieuweSoort,
        nieuweStatus,
        nieuwResultaat,
        nieuweReden,
        ...fields
      }): ZaaktypeGegevens => ({
        ...current,
        ...fields,
        statustypen: withNew(
          current.statustypen.map((statustype, index) => ({ ...statustype, ...status[index] })),
          { nieuweStatus: nieuweStatus.flatMap((each) => each ?? []) },
        ),
        resultaattypen: [
          ...current.resultaattypen.map((resultaattype, index) => ({ ...resultaattype, ...resultaat[index] })),
          ...nieuwResultaat.flatMap((each) => (each ? [{ ...each, statuscode: each.code }] : [])),
        ],
        opschortingsredenen: [
          ...current.opschortingsredenen.map((each, index) => ({ ...each, ...reden[index] })),
          ...nieuweReden.flatMap((each) => each ?? []),
        ],
        informatieobjecttypen: [
          ...current.informatieobjecttypen.map((each, index) => ({ ...each, ...soort[index] })),
          ...nieuweSoort.flatMap((each) => (each ? { ...each, beeindigd: false } : [])),
        ],
        teksten: tekst.filter(({ naam }) => naam),
      }),
    )
}
