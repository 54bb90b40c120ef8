/** Texts of what became of a change at the side of the aanvrager. */
export const bewijzen = {
  soort: {
    gezien: (op: string) => `Gezien door de aanvrager op ${op}`,
    gemaild: (op: string) => `Gemaild op ${op}`,
    mail_geweigerd: (op: string) => `E-mail kwam niet aan, op ${op}`,
    mail_vervangen: (op: string) => `Geen eigen e-mail: staat in een latere, op ${op}`,
  },
  nogNietGezien: 'Nog niet gezien door de aanvrager',
}
