import type { ZaakResource, ZaakVanBurger } from '#lib/contract/zaak-resource.ts'

/** Whether a citizen can see the zaak here. Companies have no sign-in, so their zaken are passed over. */
export function isZaakVanBurger(zaak: ZaakResource): zaak is ZaakVanBurger {
  return 'bsn' in zaak.initiator
}
