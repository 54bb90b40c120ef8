import { handleAuth } from '#lib/zaaksysteem/sign-in/auth.ts'

export { handleAuth as GET, handleAuth as POST }
