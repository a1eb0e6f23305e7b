// Made by «npm run derive» from packages/server/src/functions/registry.ts.
import type { CallOptions, FunctionOptions } from '../options.ts'
import type * as Api from './api-types.ts'

/** The functions of the order API, each under the name that it has on the wire. */
export abstract class ApiFunctions {
  /** Calls a function by its name. */
  abstract call<Result>(name: string, parameters?: object, options?: FunctionOptions): Promise<Result>

  /**
   * Find orders by customer.
   *
   * May end with: 400 orderNotFound.
   */
  GetBills(parameters: Api.GetBillsParameters, options?: CallOptions): Promise<Api.GetBillsResult> {
    return this.call('GetBills', parameters, { ...options, kind: 'read' })
  }

  /**
   * Create an order.
   *
   * Changes something, and so is never repeated by itself.
   *
   * May end with: 600 wrongEmail, 603 missingProducts, 604 productNotFound, 605 missingDeliveryData, 601
   * orderExists, 602 orderNotCreated.
   */
  CreateOrder(parameters: Api.CreateOrderParameters, options?: CallOptions): Promise<Api.CreateOrderResult> {
    return this.call('CreateOrder', parameters, options)
  }

  /**
   * Change an order's status.
   *
   * Changes something, and so is never repeated by itself.
   *
   * May end with: 203 orderNumberEmpty, 200 nonexistentOrder, 201 wrongStatus, 202 orderNotPaid.
   */
  UpdateOrderStatus(parameters: Api.UpdateOrderStatusParameters, options?: CallOptions): Promise<Api.UpdateOrderStatusResult> {
    return this.call('UpdateOrderStatus', parameters, options)
  }

  /**
   * Delete an order.
   *
   * Changes something, and so is never repeated by itself.
   *
   * May end with: 203 orderNumberEmpty, 302 nonexistentOrderToDelete.
   */
  DeleteOrder(parameters: Api.DeleteOrderParameters, options?: CallOptions): Promise<Api.DeleteOrderResult> {
    return this.call('DeleteOrder', parameters, options)
  }

  /**
   * Get an order with its products.
   *
   * May end with: 203 orderNumberEmpty, 400 orderNotFound.
   */
  getOrderDetails(parameters: Api.GetOrderDetailsParameters, options?: CallOptions): Promise<Api.GetOrderDetailsResult> {
    return this.call('getOrderDetails', parameters, { ...options, kind: 'read' })
  }

  /**
   * Get an order without its products.
   *
   * May end with: 203 orderNumberEmpty, 400 orderNotFound.
   */
  GetOrderInfo(parameters: Api.GetOrderInfoParameters, options?: CallOptions): Promise<Api.GetOrderInfoResult> {
    return this.call('GetOrderInfo', parameters, { ...options, kind: 'read' })
  }

  /** List a month of orders with their products. */
  getOrdersWithGoods(parameters: Api.GetOrdersWithGoodsParameters = {}, options?: CallOptions): Promise<Api.GetOrdersWithGoodsResult> {
    return this.call('getOrdersWithGoods', parameters, { ...options, kind: 'read' })
  }

  /** List orders without their products. */
  GetOrders(parameters: Api.GetOrdersParameters = {}, options?: CallOptions): Promise<Api.GetOrdersResult> {
    return this.call('GetOrders', parameters, { ...options, kind: 'read' })
  }

  /**
   * List products.
   *
   * May end with: 700 noProducts.
   */
  GetAllGoods(options?: CallOptions): Promise<Api.GetAllGoodsResult> {
    return this.call('GetAllGoods', {}, { ...options, kind: 'read' })
  }

  /**
   * Add a product.
   *
   * Changes something, and so is never repeated by itself.
   */
  AddGood(parameters: Api.AddGoodParameters, options?: CallOptions): Promise<Api.AddGoodResult> {
    return this.call('AddGood', parameters, options)
  }

  /**
   * Change a product.
   *
   * Changes something, and so is never repeated by itself.
   */
  UpdateGood(parameters: Api.UpdateGoodParameters, options?: CallOptions): Promise<Api.UpdateGoodResult> {
    return this.call('UpdateGood', parameters, options)
  }

  /**
   * Delete a product.
   *
   * Changes something, and so is never repeated by itself.
   */
  DeleteGood(parameters: Api.DeleteGoodParameters, options?: CallOptions): Promise<Api.DeleteGoodResult> {
    return this.call('DeleteGood', parameters, options)
  }

  /**
   * Create an order.
   *
   * API 2.0: the key itself is sent, so call it over HTTPS only.
   *
   * Changes something, and so is never repeated by itself.
   *
   * May end with: 600 wrongEmail, 603 missingProducts, 604 productNotFound, 605 missingDeliveryData, 602
   * orderNotCreated.
   */
  createorder(parameters: Api.Createorder2Parameters, options?: CallOptions): Promise<Api.Createorder2Result> {
    return this.call('createorder', parameters, { ...options, version: 2 })
  }

  /**
   * List products.
   *
   * API 2.0: the key itself is sent, so call it over HTTPS only.
   */
  getgoods(options?: CallOptions): Promise<Api.Getgoods2Result> {
    return this.call('getgoods', {}, { ...options, kind: 'read', version: 2 })
  }

  /**
   * List coupons.
   *
   * API 2.0: the key itself is sent, so call it over HTTPS only.
   */
  getcoupons(options?: CallOptions): Promise<Api.Getcoupons2Result> {
    return this.call('getcoupons', {}, { ...options, kind: 'read', version: 2 })
  }
}
