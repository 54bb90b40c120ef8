import type { Metadata } from 'next'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { mailServer } from '#lib/publieksportaal/env.ts'
import {
  type EmailadresVanBurger,
  findEmailadres,
  mailprobleemOf,
} from '#lib/publieksportaal/mail/emailadres/emailadres.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph, TextList } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { agendaTexts } from '#lib/ui/texts/mijn/agenda.ts'
import { apparatenTexts } from '#lib/ui/texts/mijn/apparaten.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { MijnMenu } from '../mijn-menu.tsx'
import { voorWie } from '../namens/dit-doet-u.tsx'
import { AgendaSection } from './agenda/agenda-section.tsx'
import { Apparaten } from './apparaten/apparaten.tsx'
import { Blok } from './blok.tsx'
import { EmailBlok } from './email-blok.tsx'
import { HerinneringenSection } from './herinneringen-section.tsx'
import { KindsForm } from './kinds-form.tsx'
import {
  keepEmailadresAction,
  removeEmailadresAction,
  sendLinkAgainAction,
  setMailvoorkeurenAction,
} from './voorkeuren-actions.ts'
import './voorkeuren.css'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: voorkeurenTexts[await currentTaal()].titel, manifest: '/mijn/manifest.webmanifest' }
}

export default async function VoorkeurenPage({ searchParams }: Props) {
  const { burgerId } = await requireBurger()
  const taal = await currentTaal()
  const { gedaan } = await searchParams
  const ctx = publieksportaal()
  const t = voorkeurenTexts[taal]
  const isOffered = mailServer(ctx.env) !== undefined
  const known = await findEmailadres(ctx, { burgerId })
  return (
    <div className="zb-voorkeuren">
      <MijnMenu burgerId={burgerId} taal={taal} />
      <Heading level={1}>{t.titel}</Heading>
      <DoneMessage code={gedaan} taal={taal} />
      <Paragraph>{t.intro}</Paragraph>
      <Paragraph soft>{t.vergeten(ctx.env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN)}</Paragraph>
      <VoorBedrijf voorWie={await voorWie()} taal={taal} />
      {!isOffered && (
        <Alert>
          <Paragraph>{t.nietAangeboden}</Paragraph>
        </Alert>
      )}
      {isOffered && <Mail burgerId={burgerId} known={known} taal={taal} />}
      {!isOffered && known && (
        <Blok id="e-mailadres" titel={t.mail} stand={known.adres}>
          <Removal burgerId={burgerId} taal={taal} />
        </Blok>
      )}
      <Apparaten burgerId={burgerId} taal={taal} isOpen={isOf(apparatenTexts.nl.gedaan, gedaan)} />
      <HerinneringenSection burgerId={burgerId} taal={taal} />
      <AgendaSection burgerId={burgerId} taal={taal} isOpen={isOf(agendaTexts.nl.gedaan, gedaan)} />
    </div>
  )
}

/** True when the texts have this code themselves: the URL is user input, and `constructor` is inherited. */
function isOf<Texts extends object>(texts: Texts, code: string | string[] | undefined): code is keyof Texts & string {
  return typeof code === 'string' && Object.hasOwn(texts, code)
}

/** Rendered even when empty, because screen readers announce only changes inside an existing live region. */
function DoneMessage({ code, taal }: { code: string | string[] | undefined; taal: Taal }) {
  const gedaan = { ...voorkeurenTexts[taal].gedaan, ...agendaTexts[taal].gedaan, ...apparatenTexts[taal].gedaan }
  const text = isOf(gedaan, code) && gedaan[code]
  const isRefused = code === 'teVaak' || code === 'teVeelApparaten' || code === 'andereBurger'
  return <div role="status">{text && <Alert type={isRefused ? 'warning' : 'ok'}>{text}</Alert>}</div>
}

function Mail({ burgerId, known, taal }: { burgerId: string; known: EmailadresVanBurger | undefined; taal: Taal }) {
  const t = voorkeurenTexts[taal]
  const probleem = known && mailprobleemOf(known)
  return (
    <EmailBlok
      burgerId={burgerId}
      now={{ adres: known?.nieuw?.adres ?? known?.adres ?? '', taal: known?.taal ?? taal }}
      stand={probleem ? texts(taal).zaken.mail[probleem].titel : (known?.adres ?? t.stand.geenMail)}
      isOpen={Boolean(probleem)}
      status={<EmailadresStatus burgerId={burgerId} known={known} taal={taal} />}
      taal={taal}
    >
      {known && (
        <>
          <Heading level={3}>{t.waarover.titel}</Heading>
          <KindsForm
            {...known}
            name="mailen"
            burgerId={burgerId}
            action={setMailvoorkeurenAction}
            texts={t.waarover}
            taal={taal}
          />
        </>
      )}
      <Heading level={3}>{t.inMail.titel}</Heading>
      <Paragraph>{t.inMail.wel}</Paragraph>
      <Paragraph>{t.inMail.gevoelig}</Paragraph>
      <Paragraph>{t.inMail.niet}</Paragraph>
      {known && <Removal burgerId={burgerId} taal={taal} />}
    </EmailBlok>
  )
}

function Removal({ burgerId, taal }: { burgerId: string; taal: Taal }) {
  const { verwijderen: t, bezig } = voorkeurenTexts[taal]
  return (
    <>
      <Heading level={3}>{t.titel}</Heading>
      <Paragraph>{t.uitleg}</Paragraph>
      <PostForm action={removeEmailadresAction} fields={{ burgerId }}>
        <SubmitButton appearance="secondary" busy={bezig}>
          {t.knop}
        </SubmitButton>
      </PostForm>
    </>
  )
}

/** The state of the e-mail address, and the next step when mail fails. */
function EmailadresStatus({
  burgerId,
  known,
  taal,
}: {
  burgerId: string
  known: EmailadresVanBurger | undefined
  taal: Taal
}) {
  const { stand: t, bezig } = voorkeurenTexts[taal]
  if (!known) return <Paragraph>{t.geen}</Paragraph>
  const probleem = mailprobleemOf(known)
  if (!probleem) {
    return (
      <Alert type="ok">
        <Paragraph>
          {t.bevestigd} <Mailadres adres={known.adres} />.
        </Paragraph>
      </Alert>
    )
  }
  const { waar, uitleg } = t[probleem]
  const isBeside = probleem === 'nieuw_geweigerd' || probleem === 'nieuw_te_bevestigen'
  return (
    <Alert type="warning">
      <Paragraph>
        {waar} <Mailadres adres={known.nieuw?.adres ?? known.adres} />.
      </Paragraph>
      {isBeside && (
        <Paragraph>
          {t.totDan} <Mailadres adres={known.adres} />.
        </Paragraph>
      )}
      <TextList items={uitleg} />
      <PostForm action={sendLinkAgainAction} fields={{ burgerId }}>
        <SubmitButton appearance="secondary" busy={bezig}>
          {t.opnieuw}
        </SubmitButton>
      </PostForm>
      {isBeside && (
        <PostForm action={keepEmailadresAction} fields={{ burgerId }}>
          <SubmitButton appearance="secondary" busy={bezig}>
            {t.houdOude}
          </SubmitButton>
        </PostForm>
      )}
    </Alert>
  )
}

function Mailadres({ adres }: { adres: string }) {
  return <strong className="zb-mailadres">{adres}</strong>
}

/**
 * Says that colleagues in a company share these settings.
 *
 * @param voorWie null for a citizen who acts for himself
 */
function VoorBedrijf({ voorWie, taal }: { voorWie: string | null; taal: Taal }) {
  if (voorWie === null) return null
  const { titel, uitleg } = namensTexts[taal].voorkeuren
  return (
    <Alert title={`${titel} ${voorWie}`}>
      <Paragraph>{uitleg}</Paragraph>
    </Alert>
  )
}
