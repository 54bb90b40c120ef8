import { hrefWith } from '#lib/ui/staff/search-params.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { AUDIT } from './paths.ts'

/** Leads a beheerder from a zaak to who looked at it and who did what. */
export function AuditOfZaak({ identificatie }: { identificatie: string }) {
  return (
    <section className="balie-audit__of-zaak">
      <Heading level={2}>{audittrail.vanZaak.titel}</Heading>
      <Paragraph>
        <Link href={hrefWith(AUDIT, { zaak: identificatie })} prefetch={false}>
          {audittrail.vanZaak.link}
        </Link>
      </Paragraph>
    </section>
  )
}
