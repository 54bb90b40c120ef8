import type { ReactNode } from 'react'
import { ConfirmPage } from '#lib/ui/staff/confirm-page.tsx'
import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ZaakBreadcrumb } from './zaak-breadcrumb.tsx'

/** A confirmation page about a zaak. */
export function ZaakConfirmPage({
  zaak,
  title,
  explanation,
  children,
}: {
  zaak: Pick<ZaakDetail, 'id' | 'identificatie' | 'omschrijving'>
  title: string
  explanation: string
  children: ReactNode
}) {
  return (
    <ConfirmPage
      breadcrumb={<ZaakBreadcrumb zaak={zaak} current={title} />}
      title={title}
      subtitle={
        <>
          <bdi>{zaak.omschrijving}</bdi> · <span className="zb-number">{zaak.identificatie}</span>
        </>
      }
      explanation={explanation}
    >
      {children}
    </ConfirmPage>
  )
}
