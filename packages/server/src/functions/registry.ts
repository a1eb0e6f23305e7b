/** All API functions: the product's table of contents. Each has the name that it has on the wire. */
import { createorder } from './api-2.0/createorder.ts'
import { getcoupons } from './api-2.0/getcoupons.ts'
import { getgoods } from './api-2.0/getgoods.ts'
import { CreateOrder } from './orders/CreateOrder.ts'
import { DeleteOrder } from './orders/DeleteOrder.ts'
import { GetBills } from './orders/GetBills.ts'
import { getOrderDetails } from './orders/getOrderDetails.ts'
import { GetOrderInfo } from './orders/GetOrderInfo.ts'
import { GetOrders } from './orders/GetOrders.ts'
import { getOrdersWithGoods } from './orders/getOrdersWithGoods.ts'
import { UpdateOrderStatus } from './orders/UpdateOrderStatus.ts'
import { AddGood } from './products/AddGood.ts'
import { DeleteGood } from './products/DeleteGood.ts'
import { GetAllGoods } from './products/GetAllGoods.ts'
import { UpdateGood } from './products/UpdateGood.ts'

/** API 1.0. */
export const functions = {
  GetBills,
  CreateOrder,
  UpdateOrderStatus,
  DeleteOrder,
  getOrderDetails,
  GetOrderInfo,
  getOrdersWithGoods,
  GetOrders,
  GetAllGoods,
  AddGood,
  UpdateGood,
  DeleteGood,
}

/** API 2.0: called with `rpsKey`; where a name is in both, that tells which is meant (protocol section 1). */
export const functions2 = {
  createorder,
  getgoods,
  getcoupons,
}
