import { besluitResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import type { VoortgangStatus } from '#lib/voortgang/past-stappen.ts'
import { voortgang } from '#lib/voortgang/voortgang.ts'
import { laatsteReactiedag } from '#lib/zaaksysteem/termijn/reactietermijn.ts'
import type { EditableZaak } from './editable-zaak.ts'
import { Phone } from './phone.tsx'

/** Dates are `yyyy-mm-dd`. */
type DraftBesluit = {
  besluitdatum: string | undefined
  bekendmakingsdatum: string | undefined
  terinzagedatum: string | undefined
  eerdereBesluiten: string | undefined
}

/** The change that is being filled in, on top of this versie of the zaak. */
export type Draft = {
  versie: number
  statuscode: string
  toelichting: string | null
  besluit: DraftBesluit
  tijdstip: Date
}

/** The citizen's page of this zaak, as it is or as it would become. */
export function Preview({ zaak, draft, now }: { zaak: EditableZaak; draft: Draft | undefined; now: Date }) {
  const shown = draft ? withDraft(zaak, draft) : zaak
  const at = draft?.tijdstip ?? now
  const progress = voortgang(shown)
  return (
    <aside aria-labelledby="voorbeeld">
      <Heading level={2} id="voorbeeld">
        {balie.zaak.voorbeeld}
      </Heading>
      <Phone zaak={shown} progress={progress} now={at} />
      <Paragraph small soft>
        {draft ? balie.zaak.voorbeeldStraks : balie.zaak.voorbeeldNu}
      </Paragraph>
    </aside>
  )
}

function withDraft(zaak: EditableZaak, { statuscode, toelichting, besluit, tijdstip }: Draft): EditableZaak {
  const { uiterlijkeEinddatum } = zaak
  const status: VoortgangStatus = {
    versie: zaak.versie + 1,
    soort: 'statuswijziging',
    statuscode,
    tijdstip,
    toelichting,
    reden: null,
    uiterlijkeEinddatum,
  }
  const open = { ...zaak, statuscode, statussen: [...zaak.statussen, status] }
  const resultaattype = zaak.zaaktype.resultaattypen.find((type) => type.statuscode === statuscode)
  if (!resultaattype) return open
  const today = dateInAmsterdam(tijdstip)
  const closed = { ...open, einddatum: today, opschorting: null }
  const resultaat = zaak.resultaten.find(({ code }) => code === resultaattype.code)
  if (!resultaat?.isBesluit || besluit.eerdereBesluiten === 'overnemen') return closed
  const { rechtsmiddel } = resultaat
  const { bekendmakingsdatum = besluit.besluitdatum ?? today, terinzagedatum = bekendmakingsdatum } = besluit
  const datums = { rechtsmiddel, bekendmakingsdatum, terinzagedatum }
  const made = besluitResource.parse({
    besluittype: resultaattype.code,
    datum: besluit.besluitdatum ?? today,
    ...datums,
    uiterlijkeReactiedatum: laatsteReactiedag(datums),
  })
  const before = besluit.eerdereBesluiten === 'handhaven' ? zaak.besluiten : []
  return { ...closed, besluiten: [...before, made] }
}
