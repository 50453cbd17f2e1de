export { cpu, memory, parseQuantity, quantity } from './quantity.ts';
