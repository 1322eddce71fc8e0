/** 1980-01-01 00:00, the first moment a zip can hold. */
const firstDay = 0x00210000;

/** Sets every time in a zip to the same moment, in place: the packer stamps the moment it wrote each entry. */
export function fixZipTimes(zip: Buffer): Buffer {
  // The end record is the last thing in a zip without a comment, 22 bytes long.
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error('The zip has no end record where it should be');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(firstDay, entry + 12);
    zip.writeUInt32LE(firstDay, zip.readUInt32LE(entry + 42) + 10);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}
