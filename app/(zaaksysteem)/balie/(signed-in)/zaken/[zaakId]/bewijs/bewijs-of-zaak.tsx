import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bewijzen } from '#lib/ui/texts/balie/bewijzen.ts'
import { DownloadLinks } from '../../../download-links.tsx'
import { zaakPath } from '../../../paths.ts'

/** Lets a beheerder keep what became of each change of a zaak. */
export function BewijsOfZaak({ zaakId }: { zaakId: string }) {
  const { bewaar } = bewijzen
  return (
    <section className="balie-audit__of-zaak">
      <Heading level={2}>{bewaar.titel}</Heading>
      <Paragraph soft>{bewaar.uitleg}</Paragraph>
      <DownloadLinks path={`${zaakPath(zaakId)}/bewijs`} texts={bewaar} />
    </section>
  )
}
