export const ZAAKTYPEN = '/balie/zaaktypen'
export const NIEUW_ZAAKTYPE = `${ZAAKTYPEN}/nieuw`
export const zaaktypePath = (identificatie: string) => `${ZAAKTYPEN}/${identificatie}`
