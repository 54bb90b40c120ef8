import { type AgendaVanBurger, findAgenda } from '#lib/publieksportaal/agenda/agenda-adres.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { ButtonLink } from '#lib/ui/form/button.tsx'
import { RadioCards } from '#lib/ui/form/choices.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { writtenMoment } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import { PlainLink } from '#lib/ui/text/link.tsx'
import { TALEN, type Taal } from '#lib/ui/text/taal.ts'
import { agendaTexts } from '#lib/ui/texts/mijn/agenda.ts'
import { Blok } from '../blok.tsx'
import { NIEUW_AGENDA_ADRES } from '../paths.ts'
import { setAgendaAction, stopAgendaAction } from './agenda-actions.ts'

/** The calendar feed's address, with instructions and the buttons to change or stop it. */
export async function AgendaSection({ burgerId, taal, isOpen }: { burgerId: string; taal: Taal; isOpen: boolean }) {
  const known = await findAgenda(publieksportaal(), { burgerId })
  const t = agendaTexts[taal]
  return (
    <Blok id="agenda" titel={t.titel} stand={t.stand[known ? 'aan' : 'uit']} isOpen={isOpen}>
      <Paragraph>{t.intro}</Paragraph>
      {known && <Adres agenda={known} taal={taal} />}
      <Paragraph>{t.watTitel}</Paragraph>
      <TextList items={t.wat} />
      <Paragraph>{t.staatStil}</Paragraph>
      <Paragraph>{t.wie}</Paragraph>
      <Paragraph>{t.niet}</Paragraph>
      <PostForm action={setAgendaAction} fields={{ burgerId }}>
        <RadioCards
          // remounts the fields, because React resets a form to its initial values
          key={known?.taal ?? taal}
          name="agendataal"
          legend={t.taal}
          cards={TALEN.map((value) => ({ value, title: t.talen[value] }))}
          defaultValue={known?.taal ?? taal}
        />
        <SubmitButton appearance="secondary" busy={t.bezig}>
          {known ? t.taalOpslaan : t.maak}
        </SubmitButton>
      </PostForm>
      {known && <Ending burgerId={burgerId} taal={taal} />}
    </Blok>
  )
}

function Adres({ agenda: { url, opgehaaldOp }, taal }: { agenda: AgendaVanBurger; taal: Taal }) {
  const t = agendaTexts[taal]
  return (
    <>
      <TextField name="agenda-adres" label={t.adres} hint={t.adresHint} value={url} readOnly autoComplete="off" />
      <Paragraph>
        <PlainLink href={url.replace(/^https?:/, 'webcal:')}>{t.open}</PlainLink>
      </Paragraph>
      <Paragraph>
        {opgehaaldOp
          ? `${t.opgehaald} ${writtenMoment(opgehaaldOp, { now: publieksportaal().clock(), taal })}.`
          : t.nooitOpgehaald}
      </Paragraph>
    </>
  )
}

function Ending({ burgerId, taal }: { burgerId: string; taal: Taal }) {
  const t = agendaTexts[taal]
  return (
    <>
      <Heading level={3}>{t.stopTitel}</Heading>
      <Paragraph>{t.stopUitleg}</Paragraph>
      <PostForm action={stopAgendaAction} fields={{ burgerId }}>
        <div className="zb-buttons">
          <ButtonLink appearance="secondary" href={NIEUW_AGENDA_ADRES}>
            {t.nieuw}
          </ButtonLink>
          <SubmitButton appearance="secondary" busy={t.bezig}>
            {t.stop}
          </SubmitButton>
        </div>
      </PostForm>
    </>
  )
}
