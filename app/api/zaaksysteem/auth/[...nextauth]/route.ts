import { handleAuth } from '#lib/zaaksysteem/sign-in/sign-in.ts'

export { handleAuth as GET, handleAuth as POST }
