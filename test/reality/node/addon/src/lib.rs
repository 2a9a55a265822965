//! Steps of known duration for Node.js, for `run-once.mjs`:
//!
//! - `compute(ms)` computes for that much of the thread's own processor time;
//! - `reply(ms, callback)` is awaited I/O that needs no thread: a timerfd that the event loop polls as it does sockets;
//!   `reply(ms, callback, count)` is as many at once, as connections that have come together;
//! - `operation(ms, callback)` occupies one thread of libuv's pool, from when that thread takes it up;
//! - `useProcessors(count)` lets this thread, and the processes that it starts, run on that many processors.
//!
//! JavaScript has no other way to ask for I/O and for pool operations that take a given time from their start.

mod node;

use node::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::ffi::CString;
use std::os::raw::{c_int, c_void};
use std::os::unix::io::AsRawFd;
use std::ptr::{null, null_mut};
use std::time::Duration;

/// Node-API's entry point: called once in each thread that loads the addon.
///
/// # Safety
/// Only Node calls it.
#[no_mangle]
pub unsafe extern "C" fn napi_register_module_v1(env: Env, exports: Value) -> Value {
    let functions: [(&str, Callback); 4] = [
        ("compute", compute),
        ("reply", reply),
        ("operation", operation),
        ("useProcessors", use_processors),
    ];
    for (name, callback) in functions {
        let name = CString::new(name).unwrap();
        let mut function = null_mut();
        check(napi_create_function(
            env, name.as_ptr(), AUTO_LENGTH, callback, null_mut(), &mut function,
        ));
        check(napi_set_named_property(env, exports, name.as_ptr(), function));
    }
    exports
}

/// A failure here means that the addon itself is wrong, not its caller.
fn check(status: c_int) {
    assert_eq!(status, 0, "Node-API or libuv refused a call");
}

/// The arguments `(milliseconds, function)`; throws in JavaScript, and is None, when the first is no number.
unsafe fn arguments(env: Env, info: CallbackInfo) -> Option<(Duration, Value)> {
    let mut count = 2;
    let mut values: [Value; 2] = [null_mut(); 2];
    check(napi_get_cb_info(env, info, &mut count, values.as_mut_ptr(), null_mut(), null_mut()));
    let mut milliseconds = 0.0;
    if napi_get_value_double(env, values[0], &mut milliseconds) != 0 {
        let message = CString::new("a number of milliseconds is wanted").unwrap();
        check(napi_throw_error(env, null(), message.as_ptr()));
        return None;
    }
    Some((Duration::from_nanos((milliseconds.max(0.0) * 1e6) as u64), values[1]))
}

unsafe fn name(env: Env) -> Value {
    let mut value = null_mut();
    let text = CString::new("step").unwrap();
    check(napi_create_string_utf8(env, text.as_ptr(), AUTO_LENGTH, &mut value));
    value
}

unsafe fn referenced(env: Env, function: Value) -> Reference {
    let mut reference = null_mut();
    check(napi_create_reference(env, function, 1, &mut reference));
    reference
}

unsafe fn dereferenced(env: Env, reference: Reference) -> (Value, Value) {
    let (mut function, mut global) = (null_mut(), null_mut());
    check(napi_get_reference_value(env, reference, &mut function));
    check(napi_get_global(env, &mut global));
    (function, global)
}

unsafe extern "C" fn compute(env: Env, info: CallbackInfo) -> Value {
    if let Some((length, _)) = arguments(env, info) {
        kernel::compute(length);
    }
    null_mut()
}

/// The third argument, a number; 1 where there is none.
unsafe fn count_argument(env: Env, info: CallbackInfo) -> u32 {
    let mut count = 3;
    let mut values: [Value; 3] = [null_mut(); 3];
    check(napi_get_cb_info(env, info, &mut count, values.as_mut_ptr(), null_mut(), null_mut()));
    let mut number = 0.0;
    match napi_get_value_double(env, values[2], &mut number) {
        0 => number as u32,
        _ => 1,
    }
}

unsafe extern "C" fn use_processors(env: Env, info: CallbackInfo) -> Value {
    let mut count = 1;
    let mut value = null_mut();
    check(napi_get_cb_info(env, info, &mut count, &mut value, null_mut(), null_mut()));
    let mut processors = 0.0;
    let outcome = match napi_get_value_double(env, value, &mut processors) {
        0 => kernel::use_processors(processors as usize),
        _ => Err("a number of processors is wanted".to_string()),
    };
    if let Err(message) = outcome {
        let message = CString::new(message).unwrap();
        check(napi_throw_error(env, null(), message.as_ptr()));
    }
    null_mut()
}

/// A timerfd that the event loop can poll. It is used again and again: a service awaits I/O on connections that it
/// has, and does not open a file for each.
struct Reply {
    env: Env,
    timer: kernel::Timer,
    context: AsyncContext,
    callback: Reference,
    /// How often it is called.
    count: u32,
    /// The memory of libuv's handle, whose size only libuv knows.
    handle: Vec<u64>,
}

thread_local! {
    /// Those of this thread's event loop that nobody awaits. They live as long as the process.
    static IDLE: RefCell<VecDeque<*mut Reply>> = RefCell::new(VecDeque::new());
}

/// How many stay idle before one is used again: what epoll has just returned keeps its place in epoll's list, so the
/// next reply comes by another.
const KEPT_IDLE: usize = 64;

unsafe extern "C" fn reply(env: Env, info: CallbackInfo) -> Value {
    if let Some((length, function)) = arguments(env, info) {
        let rested = IDLE.with(|idle| {
            let mut idle = idle.borrow_mut();
            if idle.len() > KEPT_IDLE { idle.pop_front() } else { None }
        });
        let reply = match rested {
            Some(reply) => &mut *reply,
            None => new_reply(env),
        };
        reply.callback = referenced(env, function);
        reply.count = count_argument(env, info);
        reply.timer.set(length).expect("a time for the timerfd");
    }
    null_mut()
}

unsafe fn new_reply(env: Env) -> &'static mut Reply {
    let timer = kernel::Timer::new().expect("a timerfd");
    let (mut event_loop, mut context) = (null_mut(), null_mut());
    check(napi_get_uv_event_loop(env, &mut event_loop));
    check(napi_async_init(env, null_mut(), name(env), &mut context));
    let handle = vec![0_u64; uv_handle_size(UV_POLL) / 8 + 1];
    let callback = null_mut();
    let reply = Box::leak(Box::new(Reply { env, timer, context, callback, count: 1, handle }));
    let handle: PollHandle = reply.handle.as_mut_ptr().cast();
    check(uv_poll_init(event_loop, handle, reply.timer.as_raw_fd()));
    let data: *mut Reply = reply;
    uv_handle_set_data(handle, data.cast());
    // Polled from now on, as a connection that is open: so events come in the order in which they became ready.
    check(uv_poll_start(handle, UV_READABLE, readable));
    reply
}

unsafe extern "C" fn readable(handle: PollHandle, _status: c_int, _events: c_int) {
    let reply: *mut Reply = uv_handle_get_data(handle).cast();
    if (*reply).timer.read().is_err() {
        return;
    }
    let env = (*reply).env;
    let mut scope = null_mut();
    check(napi_open_handle_scope(env, &mut scope));
    let (function, global) = dereferenced(env, (*reply).callback);
    check(napi_delete_reference(env, (*reply).callback));
    let (context, count) = ((*reply).context, (*reply).count);
    IDLE.with(|idle| idle.borrow_mut().push_back(reply));
    // Each runs nextTick callbacks and microtasks before it returns, as after each of Node's own callbacks.
    for _ in 0..count {
        napi_make_callback(env, context, global, function, 0, null(), null_mut());
    }
    check(napi_close_handle_scope(env, scope));
}

struct Operation {
    length: Duration,
    callback: Reference,
    work: AsyncWork,
}

unsafe extern "C" fn operation(env: Env, info: CallbackInfo) -> Value {
    if let Some((length, function)) = arguments(env, info) {
        let callback = referenced(env, function);
        let operation =
            Box::into_raw(Box::new(Operation { length, callback, work: null_mut() }));
        check(napi_create_async_work(
            env, null_mut(), name(env), execute, complete, operation.cast(), &mut (*operation).work,
        ));
        check(napi_queue_async_work(env, (*operation).work));
    }
    null_mut()
}

unsafe extern "C" fn execute(_env: Env, data: *mut c_void) {
    std::thread::sleep((*data.cast::<Operation>()).length);
}

unsafe extern "C" fn complete(env: Env, _status: c_int, data: *mut c_void) {
    let operation = Box::from_raw(data.cast::<Operation>());
    let (function, global) = dereferenced(env, operation.callback);
    check(napi_delete_reference(env, operation.callback));
    check(napi_delete_async_work(env, operation.work));
    napi_call_function(env, global, function, 0, null(), null_mut());
}
