/** SQL of the zaaktype of the zaak with this id, also of a removed one. */
export const zaaktypeOf = (id: string) => `coalesce(
  (select zaaktype from zaak where id = ${id}), (select zaaktype from verwijderde_zaak where id = ${id})
)`
