import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { shortDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { antwoordOf, zinText } from '#lib/voortgang/antwoorden/antwoorden.ts'
import { type Voortgang, voortgang } from '#lib/voortgang/voortgang.ts'
import type { Bulkhandeling } from '#lib/zaaksysteem/bulk/bulkhandelingen.ts'
import type { BulkopdrachtDetail } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { type PreviewedRegel, previewBulk } from '#lib/zaaksysteem/bulk/preview-bulk.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { bulkHandelingPath } from '../../paths.ts'
import { PressForm } from '../../verrichtingen/verrichting-form.tsx'
import { Phone } from '../../zaken/[zaakId]/phone.tsx'
import { type ShownZaak, toShownZaak } from '../../zaken/[zaakId]/shown-zaak.ts'
import { bulkStarten } from './bulk-verrichtingen.ts'
import { Redenen, Regels } from './regels.tsx'

const texts = bulk.voorbeeld

/** Previews the texts for citizens and the zaken that will be refused, before anything changes. */
export async function Voorbeeld({ opdracht, handeling }: { opdracht: BulkopdrachtDetail; handeling: Bulkhandeling }) {
  const ctx = zaaksysteem()
  const now = ctx.clock()
  const previewed = await previewBulk(ctx, opdracht)
  const possible = previewed.filter((regel) => regel.ok)
  const refused = previewed.filter((regel) => !regel.ok)
  return (
    <>
      <Heading level={1}>{texts.titel(opdracht.regels.length)}</Heading>
      <Paragraph soft>
        {bulk.handeling.namen[handeling]}. {possible.length > 0 ? texts.uitleg : texts.geen}
      </Paragraph>
      {refused.length > 0 && (
        <Alert type="warning" title={texts.geweigerd(refused.length)}>
          <Paragraph>{texts.geweigerdUitleg}</Paragraph>
          <Regels regels={refused} say={({ broken }) => <Redenen redenen={broken} />} />
        </Alert>
      )}
      {groupPreviews(possible, now).map((groep) => (
        <Group key={groep.regels[0]?.zaakId} groep={groep} now={now} />
      ))}
      <div className="staff-buttons">
        {possible.length > 0 && (
          <PressForm verrichting={bulkStarten} fields={{ opdrachtId: opdracht.id }}>
            <SubmitButton busy={texts.bezig}>{texts.knop(possible.length)}</SubmitButton>
          </PressForm>
        )}
        <Link href={bulkHandelingPath(opdracht.id, handeling)}>{texts.wijzig}</Link>
      </div>
    </>
  )
}

function Group({ groep: { zaak, progress, regels }, now }: { groep: Groep; now: Date }) {
  return (
    <Card title={texts.groep(regels.length)} className="staff-block balie-bulk-groep">
      <Phone zaak={zaak} progress={progress} now={now} />
      <div>
        <Paragraph small soft>
          {texts.van(regels[0]?.identificatie ?? '')}
        </Paragraph>
        <details className="balie-bulk-zaken">
          <summary>{texts.perZaak(regels.length)}</summary>
          <Regels
            regels={regels}
            say={({ zin, uiterlijkeEinddatum }) => (
              <span className="staff-caption">
                {zin}
                {uiterlijkeEinddatum && ` (${texts.uiterlijk(shortDate(uiterlijkeEinddatum))})`}
              </span>
            )}
          />
        </details>
      </div>
    </Card>
  )
}

type Possible = Extract<PreviewedRegel, { ok: true }>

/** `zin`: the sentence at the top of the citizen's page, with the dates of this zaak. */
type ShownRegel = Possible & { zin: string; uiterlijkeEinddatum: string | null }

type Groep = {
  /** the first zaak of the group, its progress, and only its new step */
  zaak: ShownZaak
  progress: Voortgang
  regels: ShownRegel[]
}

/** Groups the zaken whose citizens read the same text, apart from dates. */
export function groupPreviews(regels: readonly Possible[], now: Date): Groep[] {
  const groepen = new Map<string, Groep>()
  for (const regel of regels) {
    const zaak = toShownZaak(regel.straks)
    const progress = voortgang(zaak, dateInAmsterdam(now))
    const { kop, zinnen, feiten } = antwoordOf(progress, zaak, { taal: 'nl', now })
    const { afgerond, stilstand } = progress
    const shown: ShownRegel = {
      ...regel,
      zin: zinText(kop, 'nl'),
      uiterlijkeEinddatum: afgerond || stilstand ? null : zaak.uiterlijkeEinddatumAfdoening,
    }
    const key = JSON.stringify([kop, ...zinnen, ...feiten].map(({ tekst }) => tekst))
    const groep = groepen.get(key)
    if (groep) groep.regels.push(shown)
    else {
      const stappen = progress.stappen.filter(({ versie }) => versie === regel.straks.versie)
      groepen.set(key, { zaak, progress: { ...progress, stappen }, regels: [shown] })
    }
  }
  return [...groepen.values()]
}
