export const AUDIT = '/balie/audit'
export const AUDIT_BESTAND = `${AUDIT}/bestand`
