import type { Waiting } from '#lib/publieksportaal/inzending/find-waiting.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'

const { inzendingen: texts } = portaalbeheer

/** Says so when what citizens said cannot be passed on, and why; nothing is lost meanwhile. */
export function WachtendeInzendingen({ waiting, sinds, foutcode, httpStatus }: Waiting) {
  if (!sinds || !foutcode) return null
  return (
    <Alert type="error" title={texts.titel(waiting)}>
      <Paragraph>{texts.uitleg(shortMoment(sinds))}</Paragraph>
      <Paragraph>
        {texts.reden[String(httpStatus)] ?? texts.andereReden([foutcode, httpStatus].filter(Boolean).join(' '))}
      </Paragraph>
    </Alert>
  )
}
