-- AlterEnum
ALTER TYPE "signalering_soort" ADD VALUE 'mail_geweigerd';
