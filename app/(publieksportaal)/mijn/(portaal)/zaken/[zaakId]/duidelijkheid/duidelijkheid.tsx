import { findTekst, MOST_REDENTEKENS } from '#lib/publieksportaal/duidelijkheid/duidelijkheid.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { duidelijkheidTexts } from '#lib/ui/texts/mijn/duidelijkheid.ts'
import { DUIDELIJKHEID } from '../paths.ts'
import { isGevraagd } from './gevraagd.ts'
import { sayDuidelijkheidAction } from './say-duidelijkheid-action.ts'

/**
 * Asks one question after a taak and after the end, without JavaScript. Shows thanks when this browser
 * answered it.
 */
export async function Duidelijkheid({
  zaak,
  burgerId,
  taal,
  now,
}: {
  zaak: ZaakVanBurger
  burgerId: string
  taal: Taal
  now: Date
}) {
  const tekst = findTekst(zaak, now)
  if (tekst === null) return null
  const t = duidelijkheidTexts[taal]
  const isDone = await isGevraagd({ burgerId, zaaktype: zaak.zaaktype.identificatie, tekst })
  return (
    <section id={DUIDELIJKHEID} className="zb-duidelijkheid">
      <Heading level={2}>{t.titel}</Heading>
      {isDone ? (
        <Paragraph>{t.bedankt}</Paragraph>
      ) : (
        <PostForm action={sayDuidelijkheidAction} fields={{ zaakId: zaak.id }}>
          <Paragraph>{zaak.einddatum ? t.einde : t.taak}</Paragraph>
          <TextArea
            name="reden"
            label={t.waarom}
            optional={t.magLeeg}
            hint={t.hint(MOST_REDENTEKENS)}
            rows={3}
            maxLength={MOST_REDENTEKENS}
          />
          <div className="zb-buttons">
            <Button appearance="secondary" name="duidelijk" value="ja">
              {t.ja}
            </Button>
            <Button appearance="secondary" name="duidelijk" value="nee">
              {t.nee}
            </Button>
          </div>
        </PostForm>
      )}
    </section>
  )
}
