/** How sinks recognise us; a test holds the version to that of package.json. */
export const USER_AGENT = 'Zaakbode/0.1.0'
