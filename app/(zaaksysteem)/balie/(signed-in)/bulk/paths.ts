export const BULK = '/balie/bulk'
export const bulkPath = (opdrachtId: string) => `${BULK}/${opdrachtId}`
export const bulkHandelingPath = (opdrachtId: string, handeling: string) => `${BULK}/${opdrachtId}/${handeling}`
