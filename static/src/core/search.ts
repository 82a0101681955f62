/** How many of the numbers from 0 to `length` are so, where none is behind one that is not: a search by halves. */
export function countWhile(length: number, isSo: (number: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
