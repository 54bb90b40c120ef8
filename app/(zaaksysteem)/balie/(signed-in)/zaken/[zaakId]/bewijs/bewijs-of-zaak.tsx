import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { bewijzen } from '#lib/ui/texts/balie/bewijzen.ts'
import { zaakPath } from '../../../paths.ts'

/** Lets a beheerder keep what became of each change of a zaak. */
export function BewijsOfZaak({ zaakId }: { zaakId: string }) {
  const { bewaar } = bewijzen
  return (
    <section className="balie-audit__of-zaak">
      <Heading level={2}>{bewaar.titel}</Heading>
      <Paragraph soft>{bewaar.uitleg}</Paragraph>
      <ul className="balie-audit__downloads">
        {(['csv', 'jsonl'] as const).map((vorm) => (
          <li key={vorm}>
            {/* No Link of Next.js: it would fetch the file as if it were a page. */}
            <a
              className="utrecht-link utrecht-link--html-a"
              href={hrefWith(`${zaakPath(zaakId)}/bewijs`, { vorm })}
              download
            >
              {bewaar[vorm]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
