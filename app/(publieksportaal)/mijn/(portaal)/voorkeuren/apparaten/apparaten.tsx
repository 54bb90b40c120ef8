import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { vapid } from '#lib/publieksportaal/env.ts'
import { type ApparaatVanBurger, findApparaten } from '#lib/publieksportaal/push/apparaat/apparaten.ts'
import { vapidPublicKey } from '#lib/publieksportaal/push/apparaat/vapid-key.ts'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { SubmitButton } from '#lib/ui/form/submit-button.tsx'
import { plainDate } from '#lib/ui/text/dates.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { apparatenTexts } from '#lib/ui/texts/mijn/apparaten.ts'
import { voorkeurenTexts } from '#lib/ui/texts/mijn/voorkeuren.ts'
import { Blok } from '../blok.tsx'
import { KindsForm } from '../kinds-form.tsx'
import { addDemoPhoneAction, removeApparaatAction, setPushvoorkeurenAction } from './apparaat-actions.ts'
import { DitApparaat } from './dit-apparaat.tsx'

/**
 * The devices that get push messages, and about what. Renders nothing when the portal sends no push messages.
 */
export async function Apparaten({ burgerId, taal, isOpen }: { burgerId: string; taal: Taal; isOpen: boolean }) {
  const ctx = publieksportaal()
  const keys = vapid(ctx.env)
  if (!keys) return null
  const { apparaten, voorkeuren } = await findApparaten(ctx, { burgerId })
  const t = apparatenTexts[taal]
  const { bezig } = voorkeurenTexts[taal]
  return (
    <Blok id="apparaten" titel={t.titel} stand={t.stand(apparaten.length)} isOpen={isOpen}>
      <Paragraph>{t.uitleg}</Paragraph>
      <noscript>
        <Paragraph>{t.zonderJavaScript}</Paragraph>
      </noscript>
      <DitApparaat
        burgerId={burgerId}
        apparaten={apparaten.map(({ id, endpointHash }) => ({ id, endpointHash }))}
        publicKey={vapidPublicKey(keys.privateKey)}
        taal={taal}
        bezig={bezig}
        fouten={t.fout}
        texts={t.dit}
      />
      <Heading level={3}>{t.lijst.titel}</Heading>
      <List burgerId={burgerId} apparaten={apparaten} taal={taal} />
      {apparaten.length > 0 && (
        <>
          <Heading level={3}>{t.waarover.titel}</Heading>
          <KindsForm
            name="melden"
            burgerId={burgerId}
            voorkeuren={voorkeuren}
            action={setPushvoorkeurenAction}
            texts={t.waarover}
            taal={taal}
          />
        </>
      )}
      {platformEnv().PHONE_DEMO_ONLY && <DemoPhone burgerId={burgerId} taal={taal} />}
    </Blok>
  )
}

function List({ burgerId, apparaten, taal }: { burgerId: string; apparaten: ApparaatVanBurger[]; taal: Taal }) {
  const { lijst: t } = apparatenTexts[taal]
  const { bezig } = voorkeurenTexts[taal]
  if (apparaten.length === 0) return <Paragraph>{t.geen}</Paragraph>
  return (
    <ul className="zb-list zb-apparaten">
      {apparaten.map(({ id, naam, toegevoegdOp }) => (
        <li key={id} className="zb-line">
          <span>
            <strong>{naam ?? t.onbekend}</strong>
            <br />
            {t.toegevoegd(plainDate(dateInAmsterdam(toegevoegdOp), taal))}
          </span>
          <PostForm action={removeApparaatAction} fields={{ burgerId, apparaatId: id }}>
            <SubmitButton appearance="secondary" busy={bezig}>
              {t.verwijder(naam ?? t.onbekend)}
            </SubmitButton>
          </PostForm>
        </li>
      ))}
    </ul>
  )
}

function DemoPhone({ burgerId, taal }: { burgerId: string; taal: Taal }) {
  const { demo: t } = apparatenTexts[taal]
  return (
    <PostForm action={addDemoPhoneAction} fields={{ burgerId }}>
      <Paragraph>
        {t.uitleg} <Link href="/demo/telefoon">{t.bekijk}</Link>
      </Paragraph>
      <SubmitButton appearance="secondary" busy={voorkeurenTexts[taal].bezig}>
        {t.knop}
      </SubmitButton>
    </PostForm>
  )
}
