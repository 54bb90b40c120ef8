import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { Antwoord } from '#lib/voortgang/antwoord.tsx'
import { Tijdlijn } from '#lib/voortgang/tijdlijn.tsx'
import { type VoortgangStatus, voortgang } from '#lib/voortgang/voortgang.ts'
import type { EditableZaak } from './editable-zaak.ts'

/** The change that is being filled in, on top of this versie of the zaak. */
export type Draft = { versie: number; statuscode: string; toelichting: string | null; tijdstip: Date }

/** The citizen's page of this zaak, as it is or as it would become. */
export function Preview({ zaak, draft, now }: { zaak: EditableZaak; draft: Draft | undefined; now: Date }) {
  const { omschrijving, team, uiterlijkeEinddatum } = zaak
  const { statuscode, statussen, einddatum } = draft ? withDraft(zaak, draft) : zaak
  const at = draft?.tijdstip ?? now
  const progress = voortgang({ zaaktype: zaak.zaaktype, statuscode, statussen })
  return (
    <aside aria-labelledby="voorbeeld">
      <Heading level={2} id="voorbeeld">
        {balie.zaak.voorbeeld}
      </Heading>
      <div className="balie-phone">
        <p className="balie-phone__title">{omschrijving}</p>
        <Antwoord
          klein
          voortgang={progress}
          uiterlijkeEinddatum={uiterlijkeEinddatum}
          einddatum={einddatum}
          taal="nl"
          now={at}
        />
        <Tijdlijn
          klein
          stappen={progress.stappen}
          taal="nl"
          now={at}
          team={team}
          uiterlijkeEinddatum={uiterlijkeEinddatum}
        />
      </div>
      <Paragraph small soft>
        {draft ? balie.zaak.voorbeeldStraks : balie.zaak.voorbeeldNu}
      </Paragraph>
    </aside>
  )
}

function withDraft(zaak: EditableZaak, { statuscode, toelichting, tijdstip }: Draft) {
  const status: VoortgangStatus = {
    versie: zaak.versie + 1,
    soort: 'statuswijziging',
    statuscode,
    tijdstip,
    toelichting,
  }
  const closes = zaak.zaaktype.resultaattypen.some((resultaattype) => resultaattype.statuscode === statuscode)
  return {
    statuscode,
    statussen: [...zaak.statussen, status],
    einddatum: closes ? dateInAmsterdam(tijdstip) : null,
  }
}
