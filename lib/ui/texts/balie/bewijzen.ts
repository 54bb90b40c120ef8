/** Texts of what became of a change at the side of the aanvrager. */
export const bewijzen = {
  soort: {
    gezien: (op: string) => `Gezien door de aanvrager op ${op}`,
    gemaild: (op: string) => `E-mail verstuurd op ${op}`,
    mail_geweigerd: (op: string) => `E-mail niet aangekomen op ${op}`,
    mail_vervangen: (op: string) => `Geen aparte e-mail: een latere noemt dit ook (${op})`,
  },
  nogNietGezien: 'Nog niet gezien door de aanvrager',
}
