import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Heading } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import type { MeldingRegel } from '#lib/zaaksysteem/bezorging/overzicht/find-meldingen.ts'
import { abonnementPath } from '../paths.ts'
import { markMeldingGezienAction } from './desk-actions.ts'

const { melding: texts } = abonnementen

/** The meldingen that no beheerder has marked as seen. */
export function Meldingen({ meldingen }: { meldingen: MeldingRegel[] }) {
  if (meldingen.length === 0) return null
  return (
    <section className="balie-meldingen" aria-labelledby="meldingen">
      <Heading level={2} id="meldingen">
        {texts.titel}
      </Heading>
      <ul className="zb-list">
        {meldingen.map((melding) => (
          <li key={melding.id} className="zb-line">
            <div className="balie-melding">
              <Link href={abonnementPath(melding.abonnementId)}>
                <strong>{melding.abonnementNaam || texts.zonderNaam}</strong>
              </Link>
              <span>{meldingText(melding)}</span>
              <time dateTime={melding.aangemaaktOp.toISOString()}>{shortMoment(melding.aangemaaktOp)}</time>
            </div>
            <PostForm action={markMeldingGezienAction} fields={{ meldingId: melding.id }}>
              <Button appearance="secondary">
                {texts.gezien}
                <span className="zb-hidden">{texts.gezienVan(melding.abonnementNaam)}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

function meldingText({ soort, gegeven }: Pick<MeldingRegel, 'soort' | 'gegeven'>): string {
  if (soort === 'falend') return texts.falend(gegeven)
  if (soort === 'mislukt') return texts.mislukt
  if (soort === 'clientcertificate') return texts.clientcertificate(shortMoment(new Date(gegeven)))
  if (soort === 'handshake') return gegeven === 'other_origin' ? texts.ingetrokken : texts.handshake
  return `${texts.uitgeschakeld} ${abonnementen.statusreden[gegeven] ?? ''}`
}
