import { handleAuth } from '#lib/zaaksysteem/session/auth.ts'

export { handleAuth as GET, handleAuth as POST }
