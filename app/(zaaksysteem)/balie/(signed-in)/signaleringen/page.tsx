import type { Metadata } from 'next'
import { z } from 'zod'
import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { ListPage } from '#lib/ui/staff/list/list-page.tsx'
import type { Column } from '#lib/ui/staff/list/table.tsx'
import { Moment } from '#lib/ui/staff/moment.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { signaleringen as texts } from '#lib/ui/texts/balie/signaleringen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import {
  findSignaleringen,
  MOST_SIGNALERINGEN,
  type SignaleringRegel,
} from '#lib/zaaksysteem/signalering/find-signaleringen.ts'
import { findMailvoorkeur, type Mailvoorkeur } from '#lib/zaaksysteem/signalering/mailvoorkeur.ts'
import { zaakPath } from '../paths.ts'
import { FataleTermijn } from '../termijn.tsx'
import { PressForm } from '../verrichtingen/verrichting-form.tsx'
import { ZaakCell } from '../zaak-row.tsx'
import { mailvoorkeurZetten, signaleringenGezien } from './signalering-verrichtingen.ts'

const { kolom } = texts

/** The id of the page's form: its button marks all as seen, the button of a row marks one. */
const GEZIEN_FORM = 'gezien'

/** @param today `yyyy-mm-dd` */
function signaleringColumns(today: string): Column<SignaleringRegel>[] {
  return [
    {
      name: kolom.zaak,
      cell: ({ zaakId, omschrijving, identificatie }) => (
        <ZaakCell href={zaakPath(zaakId)} omschrijving={omschrijving} caption={identificatie} />
      ),
    },
    {
      name: kolom.wat,
      cell: ({ soort, uiterlijkeEinddatum, doorNaam, bericht }) =>
        soort === 'termijn' ? (
          <FataleTermijn days={daysBetween(today, uiterlijkeEinddatum)} stand={undefined} />
        ) : (
          <>
            {doorNaam ? texts.gegevenDoor(doorNaam) : texts.wat[soort]}
            {bericht && <blockquote className="balie-quote">{bericht}</blockquote>}
          </>
        ),
    },
    { name: kolom.wanneer, cell: ({ aangemaaktOp }) => <Moment instant={aangemaaktOp} /> },
    {
      name: kolom.gezien,
      isNameHidden: true,
      cell: ({ id, identificatie }) => (
        <Button appearance="secondary" form={GEZIEN_FORM} name="signalering" value={id}>
          {texts.gezien}
          <span className="zb-hidden">{texts.gezienVan(identificatie)}</span>
        </Button>
      ),
    },
  ]
}

export const metadata: Metadata = { title: texts.titel }

const schema = z.object({ mail: optional(z.enum(['aan', 'uit'])) })

export default async function SignaleringenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const behandelaar = await requireBehandelaar()
  const { mail } = readSearchParams(schema, await searchParams)
  const ctx = zaaksysteem()
  const [regels, voorkeur] = await Promise.all([
    findSignaleringen(ctx, await deskActor(behandelaar)),
    findMailvoorkeur(ctx, behandelaar.id),
  ])
  // The preference may have changed since this URL was made.
  const isSaved = mail !== undefined && voorkeur.mogelijk && voorkeur.aan === (mail === 'aan')
  return (
    <ListPage
      title={texts.titel}
      explanation={texts.uitleg}
      action={
        regels.length > 0 && (
          <PressForm
            verrichting={signaleringenGezien}
            id={GEZIEN_FORM}
            fields={{ getoond: regels.map((regel) => regel.id).join(' ') }}
          >
            <Button appearance="secondary">{texts.allesGezien}</Button>
          </PressForm>
        )
      }
      list={{
        columns: signaleringColumns(dateInAmsterdam(ctx.clock())),
        rows: regels,
        keyOf: (regel) => regel.id,
        empty: { title: texts.leeg, explanation: texts.leegUitleg },
      }}
      below={
        <>
          {regels.length === MOST_SIGNALERINGEN && <Paragraph soft>{texts.nieuwste(MOST_SIGNALERINGEN)}</Paragraph>}
          <MailvoorkeurForm voorkeur={voorkeur} />
        </>
      }
    >
      <StatusMessage text={isSaved && texts.mail[mail]} />
    </ListPage>
  )
}

function MailvoorkeurForm({ voorkeur }: { voorkeur: Mailvoorkeur }) {
  const { mail } = texts
  return (
    <section className="staff-narrow staff-block" aria-labelledby="mailvoorkeur">
      <Heading level={2} id="mailvoorkeur">
        {mail.titel}
      </Heading>
      {voorkeur.mogelijk ? (
        <PressForm verrichting={mailvoorkeurZetten}>
          <label className="balie-toggle">
            <input type="checkbox" name="mailen" defaultChecked={voorkeur.aan} aria-describedby="mailvoorkeur-uitleg" />
            {mail.label}
          </label>
          <Paragraph soft id="mailvoorkeur-uitleg">
            {mail.uitleg(voorkeur.email)}
          </Paragraph>
          <SubmitButton appearance="secondary" busy={mail.bezig}>
            {mail.knop}
          </SubmitButton>
        </PressForm>
      ) : (
        <Paragraph soft>{mail[voorkeur.reden]}</Paragraph>
      )}
    </section>
  )
}
