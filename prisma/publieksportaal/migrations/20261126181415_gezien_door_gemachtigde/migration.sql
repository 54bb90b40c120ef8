-- AlterEnum
ALTER TYPE "bewijssoort" ADD VALUE 'gezien_door_gemachtigde';
