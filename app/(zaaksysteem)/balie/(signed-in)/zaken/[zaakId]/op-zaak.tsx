import type { ZaakDetail } from '#lib/zaaksysteem/zaak/detail/find-zaak-detail.ts'
import { ZaakBreadcrumb } from './zaak-breadcrumb.tsx'

type Zaak = Pick<ZaakDetail, 'id' | 'identificatie' | 'omschrijving'>

/** The top of the page of a verrichting on a zaak. */
export function opZaak(zaak: Zaak, title: string) {
  return {
    breadcrumb: <ZaakBreadcrumb zaak={zaak} current={title} />,
    title,
    tab: `${title} ${zaak.identificatie}`,
    subtitle: (
      <>
        <bdi>{zaak.omschrijving}</bdi> · <span className="zb-number">{zaak.identificatie}</span>
      </>
    ),
  }
}
