/** Identifies us to sinks; a test keeps the version equal to that of package.json. */
export const USER_AGENT = 'Zaakbode/0.1.0'
