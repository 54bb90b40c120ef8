-- AlterEnum
ALTER TYPE "dwangsomgrond" ADD VALUE 'te_vroeg';
