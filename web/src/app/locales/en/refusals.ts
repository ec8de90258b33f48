export default {
  client: { unreachable: 'Check the network and try again. What you have typed stays on this device.', fault: 'Something broke on this page: reload and try again.' },
  http: { '403': 'Your roles in this body do not allow this.', '404': 'Not found, or not yours to see.', '409': 'Somebody was first: reload and look again.', '413': 'The file is larger than allowed.', '500': 'The server had a fault: try again later.', '502': 'The server did not answer: try again later.', '503': 'The server is starting or under maintenance: try again later.' },
}
