-- Two causes had one name, and its sentence was true of one of them. Rows of before keep the old name.
ALTER TYPE "EndReason" ADD VALUE 'SWITCHED_USER';
ALTER TYPE "EndReason" ADD VALUE 'ROTATION_LOST';
